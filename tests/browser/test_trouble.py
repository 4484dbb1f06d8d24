"""What goes wrong when the demo starts is told in one sentence, and nothing is left running."""

import socket
import sys
from dataclasses import replace

import pytest

from admin.demo.child import DemoError
from admin.demo.run import DemoOptions, open_demo
from admin.demo.world import PlaygroundWorld


async def prepare_nothing(_: PlaygroundWorld) -> None:
    """Leave the database alone."""


def is_free(port: int) -> bool:
    """Whether nobody listens there."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


async def start(options: DemoOptions) -> None:
    """Open a demo that is not expected to come up."""
    async with open_demo(options, prepare_nothing):
        pass


async def test_a_busy_port_is_named_with_what_it_is_for(demo_options: DemoOptions) -> None:
    with (
        socket.create_server(("127.0.0.1", demo_options.hub_port)),
        pytest.raises(DemoError, match=f"Port {demo_options.hub_port} for the hub Playground is in use"),
    ):
        await start(demo_options)
    assert is_free(demo_options.officer_port)


async def test_a_bot_that_does_not_start_is_quoted_and_the_playgrounds_stop(
    demo_options: DemoOptions,
) -> None:
    broken = (sys.executable, "-c", "raise SystemExit('PORT is not a number.')")
    with pytest.raises(DemoError, match=r"The bot did not start: PORT is not a number\."):
        await start(replace(demo_options, bot_command=broken))
    assert is_free(demo_options.officer_port)
    assert is_free(demo_options.hub_port)


async def test_a_machine_that_is_not_set_up_is_told_the_command(demo_options: DemoOptions) -> None:
    with pytest.raises(DemoError, match="run `make setup`"):
        await start(replace(demo_options, root=demo_options.data))
