# Vouch in a container; docs/deployment.md says how to run it. Docker and Podman build it alike.
FROM python:3.11-slim

RUN apt-get update \
 && apt-get install -y --no-install-recommends libgomp1 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --create-home vouch

# Where pip finds packages besides its usual place, for this build alone: torch for the processor alone, say, is a tenth of the size.
ARG PIP_INDEX_URL PIP_EXTRA_INDEX_URL PIP_FIND_LINKS

WORKDIR /srv/vouch
COPY . .
RUN pip install --no-cache-dir -c constraints.txt -e '.[postgres]' \
 && python -m compileall -q app.py ingest assistant chat evals vouch \
 && mkdir -p .index .vouch .files \
 && chown -R vouch corpus .index .vouch .files .chainlit

USER vouch
VOLUME ["/srv/vouch/corpus", "/srv/vouch/.index", "/srv/vouch/.vouch"]
EXPOSE 8000
HEALTHCHECK --start-period=120s CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz')"]
CMD ["sh", "-c", "vouch ingest && exec vouch serve --host 0.0.0.0"]
