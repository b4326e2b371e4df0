"""gapcheck serve: the web page and the HTTP API on this machine."""

from __future__ import annotations

from importlib.util import find_spec

import click

from gapcheck import web
from gapcheck.cli.options import Shared, ocr_options, shared_options
from gapcheck.lazy import LazyModule

uvicorn = LazyModule("uvicorn")

_NEEDED = ("fastapi", "uvicorn", "python_multipart")
_MEGABYTE = 1024 * 1024


@click.command(
    short_help="Serve the web page and the HTTP API.",
    epilog="""\b
Examples:
  gapcheck serve
  gapcheck serve --port 9000 --taxonomy our-skills/
  gapcheck serve --host 0.0.0.0 --allow-host gapcheck.example.org --token "$TOKEN"
""",
)
@click.option(
    "--host",
    default="127.0.0.1",
    metavar="ADDRESS",
    help="Where to listen. Default: 127.0.0.1, this machine only.",
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    metavar="N",
    help="The port to listen on. Default: 8000.",
)
@click.option(
    "--token", envvar="GAPCHECK_TOKEN", default="", help="What callers must know; also from GAPCHECK_TOKEN."
)
@click.option(
    "--allow-host",
    multiple=True,
    metavar="NAME",
    help="A host name, beside that of --host, that requests may be made to. May be repeated.",
)
@click.option(
    "--max-upload",
    type=click.FloatRange(0.1, 500),
    default=25,
    metavar="MB",
    help="Megabytes that one request may upload. Default: 25.",
)
@click.option(
    "--at-once",
    type=click.IntRange(1, 64),
    default=2,
    metavar="N",
    help="Documents read side by side. Default: 2.",
)
@click.option(
    "--minutes",
    type=click.FloatRange(1, 1440),
    default=30,
    metavar="N",
    help="Minutes after which a report is forgotten. Default: 30.",
)
@shared_options
@ocr_options
def serve(
    host: str,
    port: int,
    token: str,
    allow_host: tuple[str, ...],
    max_upload: float,
    at_once: int,
    minutes: float,
    shared: Shared,
) -> None:
    """Serve the web page and the HTTP API; needs gapcheck[web].

    Documents are held in memory only. Anybody who reaches the address can use it, so it listens on this
    machine only, and elsewhere it needs a --token.

    Exit codes: 0 ended, 2 wrong usage, 4 error in the taxonomy or configuration.
    """
    lacking = [name for name in _NEEDED if find_spec(name) is None]
    if lacking:
        raise click.UsageError(f"{lacking[0]} is not installed. Run `pip install 'gapcheck[web]'`.")
    if host not in web.LOOPBACK and not token:
        raise click.UsageError(f"--host {host} lets others in: give a --token as well.")
    settings = web.WebSettings(
        hosts=frozenset(each.lower() for each in (*allow_host, host)),
        token=token,
        upload_bytes=int(max_upload * _MEGABYTE),
        at_once=at_once,
        minutes=minutes,
    )
    analyzer = shared.analyzer()
    analyzer.taxonomy.roles  # noqa: B018  # an error in it is said before anybody calls
    if not shared.quiet:
        shown = f"[{host}]" if ":" in host else host
        click.echo(f"gapcheck serves http://{shown}:{port}/ until it is interrupted (Ctrl+C).", err=True)
    # no log of requests: their addresses hold the tokens of reports
    uvicorn.run(
        web.create_app(analyzer, settings),
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=10,
        timeout_graceful_shutdown=5,
    )
