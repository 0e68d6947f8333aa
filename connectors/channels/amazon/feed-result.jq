# Reads the report.
$answers[4].body
| select(.url != null)
| {url, limit: "upload"}
