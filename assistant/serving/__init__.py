"""The doors of a serving process: chat host, HTTP, OpenAI-compatible, MCP, the library page; who may come in."""
