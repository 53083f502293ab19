"""The evals of Vouch: cases written as facts, metrics with explanations, a baseline that gates, one report."""
