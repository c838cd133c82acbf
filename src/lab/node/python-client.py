"""Sends the requests that come as lines of JSON with Python's http.client, and writes each response as a line of JSON.

One connection is kept for each host, so that a response that ends in the wrong place spoils the next one.
"""

import http.client
import json
import sys

connections = {}

for line in sys.stdin:
    request = json.loads(line)
    host = request["host"]
    connection = connections.setdefault(host, http.client.HTTPConnection(host, timeout=10))
    content = request["content"].encode() or None
    connection.request(request["method"], request["target"], content, request["fields"])
    response = connection.getresponse()
    answer = {
        "status": response.status,
        "fields": response.getheaders(),
        "content": response.read().decode(),
    }
    print(json.dumps(answer), flush=True)
