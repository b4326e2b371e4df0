"""Requests made up from the OpenAPI document: none is answered with a fault of the server."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from gapcheck.web import WebSettings, create_app
from tests.places import shipped_analyzer

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")


def test_no_request_is_answered_with_a_fault():
    roomy = WebSettings(hosts=frozenset({"testserver"}), waiting=1000)
    app = create_app(shipped_analyzer(), roomy)
    app.state.service.warm()
    api = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
    operations = [found.ok() for found in api.get_all_operations()]
    assert len(operations) == 10
    for operation in operations:

        @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def check(case):
            case.call_and_validate(checks=[schemathesis.checks.not_a_server_error], timeout=120)

        check()
    app.state.service.pool.close()
