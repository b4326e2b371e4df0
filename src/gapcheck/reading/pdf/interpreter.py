"""Runs the content streams of pages: pdfminer's interpreter with a faster tokenizer and opacity."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection, Sequence
from typing import Any

from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter
from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFObjRef, PDFStream, resolve1, stream_value
from pdfminer.psparser import PSLiteral, literal_name

from gapcheck.reading.pdf.content_stream import OddSyntaxError, TooLongError, path_box, rectangles, steps
from gapcheck.reading.pdf.glyphs import GlyphDevice
from gapcheck.reading.pdf.painted_page import Box

_PAINTING = {
    b"f": (True, False),
    b"F": (False, False),
    b"f*": (True, False),
    b"S": (False, True),
    b"s": (False, True),
}
_PAINTING |= dict.fromkeys((b"B", b"B*", b"b", b"b*"), (True, True))
_EVEN_ODD = frozenset({b"f*", b"B*", b"b*"})
_PLAIN_BLENDS = frozenset({"Normal", "Compatible"})
_UNUSED = {
    b"w": 1,
    b"J": 1,
    b"j": 1,
    b"M": 1,
    b"d": 2,
    b"ri": 1,
    b"i": 1,
    b"W": 0,
    b"W*": 0,
    b"BX": 0,
    b"EX": 0,
}
_CLIPPING = 4
"""The render modes of text from this on add its letters to the clipping path."""
_METHODS = {b"'": "do__q", b'"': "do__w", b"T*": "do_T_a"}


class StreamTooLargeError(Exception):
    """A content stream unfolds to more bytes or operators than the limits allow."""


class State(PDFGraphicState):
    """pdfminer's graphic state with the opacity of fills and the box of the clipping path, None for the page.

    `solid`: what is painted hides what is below it: it is mixed with nothing, and not clipped to another shape than a box.
    """

    def __init__(self) -> None:
        super().__init__()
        self.alpha = 1.0
        self.clip: Box | None = None
        self.solid = True

    def copy(self) -> State:
        """A copy that later changes leave alone."""
        twin = State()
        twin.__dict__.update(self.__dict__)
        return twin


class Interpreter(PDFPageInterpreter):
    """Runs content streams; knows opacity, which pdfminer leaves out.

    `stream_bytes` and `operators` bound one stream, `forms` the forms of a page; `hidden_layers` are the numbers of objects.
    """

    device: GlyphDevice
    graphicstate: State
    hidden_layers: Collection[int] = ()
    around: State | None = None
    box: Box | None = None
    _form_box: Box | None = None
    stream_bytes = 32 * 1024 * 1024
    operators = 300_000
    forms = 3_000

    def execute(self, streams: Sequence[object]) -> None:
        """Run content streams one after the other; a form that is being run already is not run again."""
        self.stream_ids.clear()
        chunks: list[bytes] = []
        for each in streams:
            stream = stream_value(each)
            if stream.objid is None or stream.objid in self.parent_stream_ids:
                continue
            self.stream_ids.add(stream.objid)
            chunks.append(_bounded(stream, self.stream_bytes))
        if sum(map(len, chunks)) > self.stream_bytes:
            raise StreamTooLargeError
        try:
            found = list(steps(b"\n".join(chunks), limit=self.operators))
        except TooLongError:
            raise StreamTooLargeError from None
        except OddSyntaxError:
            super().execute(streams)
            return
        self._run(found)

    def _run(self, found: list[tuple[bytes, list[Any]]]) -> None:  # noqa: C901  # one loop for speed
        known: dict[bytes, tuple[Callable[..., None], int] | None] = {}
        runs: list[bytes] = []
        clips = False
        for operator, operands in found:
            if operator == b"path":
                runs += operands
                continue
            if operator in known and not self.argstack:
                method = known[operator]
                if method is not None and method[1] == len(operands):
                    method[0](*operands)
                    continue
            self.argstack += operands
            if operator in _PAINTING or operator == b"n":
                self._paint(operator, runs, clips=clips)
                runs, clips = [], False
                continue
            clips = clips or operator in {b"W", b"W*"}
            if operator not in known:
                known[operator] = self._method(operator)
            method = known[operator]
            if method is None:
                if operator in _UNUSED:
                    self.pop(_UNUSED[operator])
                continue
            function, count = method
            if not count:
                function()
                continue
            arguments = self.pop(count)
            if len(arguments) == count:
                function(*arguments)

    def _paint(self, operator: bytes, runs: list[bytes], *, clips: bool) -> None:
        fill, stroke = _PAINTING.get(operator, (False, False))
        box = path_box(runs) if fill or stroke or clips else None
        if box is None:
            return
        state = self.graphicstate
        if fill or stroke:
            self.device.paint_box(box, state, fill=fill, clip=state.clip)
        if fill and state.solid and self.device.page.glyphs and getattr(state.ncs, "name", "") != "Pattern":
            boxes = rectangles(runs)
            self.device.state = state
            self.device.cover(boxes if len(boxes) == 1 or operator not in _EVEN_ODD else ())
        if clips:
            state.clip = self.device.within(box, state.clip)
            state.solid = state.solid and len(rectangles(runs)) == 1

    def do_sh(self, name: object) -> None:  # noqa: ARG002
        """Paint a shading: an area of unknown colour, as large as what is not clipped away."""
        self.device.paint_unknown(self.graphicstate.clip)

    def _method(self, operator: bytes) -> tuple[Callable[..., None], int] | None:
        if operator in _UNUSED:
            return None
        if operator == b"EI":
            return (lambda: self.device.render_image("inline", None)), 0
        name = _METHODS.get(operator) or "do_" + operator.decode("latin-1").replace("*", "_a")
        method = getattr(self, name, None)
        if method is None:
            return None
        return method, method.__func__.__code__.co_argcount - 1

    def do_Do(self, xobjid_arg: Any) -> None:  # noqa: N802
        """Draw a form or image; forms in forms can multiply, so they are counted."""
        self.device.page.forms += 1
        if self.device.page.forms > self.forms:
            raise StreamTooLargeError
        self.device.state = self.graphicstate
        drawn = resolve1(self.xobjmap.get(literal_name(xobjid_arg)))
        self._form_box = _box_of(drawn.get("BBox")) if isinstance(drawn, PDFStream) else None
        off, outside = isinstance(drawn, PDFStream) and self.is_off(drawn.get("OC")), self.device.layers_off
        self.device.layers_off += off
        super().do_Do(xobjid_arg)
        self.device.layers_off = outside

    def is_off(self, layer: object) -> bool:
        """Whether a layer (optional content) is not shown when the file is opened; of several, when none is."""
        if isinstance(layer, PDFObjRef) and layer.objid in self.hidden_layers:
            return True
        members = resolve1(layer).get("OCGs") if isinstance(resolve1(layer), dict) else None
        each = resolve1(members)
        parts = each if isinstance(each, list) else [members] if members is not None else []
        return bool(parts) and all(
            isinstance(part, PDFObjRef) and part.objid in self.hidden_layers for part in parts
        )

    def dup(self) -> Interpreter:
        """An interpreter for a form, which is painted as opaque, and within what is shown, as the state here says."""
        twin = Interpreter(self.rsrcmgr, self.device)
        twin.around, twin.box = self.graphicstate, self._form_box
        twin.hidden_layers = self.hidden_layers
        return twin

    def do_Tr(self, render: Any) -> None:  # noqa: N802
        """Set how text is painted; what is painted next may be clipped to the letters."""
        super().do_Tr(render)
        if self.textstate.render >= _CLIPPING:
            self.graphicstate.solid = False

    def do_TJ(self, seq: Any) -> None:  # noqa: N802
        """Show text; the state is read at once, so that it need not be copied."""
        if self.textstate.font is not None:
            self.device.render_string(self.textstate, seq, self.graphicstate.ncs, self.graphicstate)

    def do_Tj(self, s: Any) -> None:  # noqa: N802
        """Show one string."""
        if self.textstate.font is not None:
            self.device.render_string(self.textstate, (s,), self.graphicstate.ncs, self.graphicstate)

    def do_Td(self, tx: Any, ty: Any) -> None:  # noqa: N802
        """Move to the start of the next line; browsers do so for every glyph."""
        if not (isinstance(tx, (int, float)) and isinstance(ty, (int, float))):
            super().do_Td(tx, ty)
            return
        state = self.textstate
        a, b, c, d, e, f = state.matrix
        state.matrix = (a, b, c, d, tx * a + ty * c + e, tx * b + ty * d + f)
        state.linematrix = (0, 0)

    def init_state(self, ctm: Any) -> None:
        """Start a stream with pdfminer's state, opaque, or as what is around it."""
        super().init_state(ctm)
        self.graphicstate = state = State()
        if self.around is not None:
            state.alpha, state.clip, state.solid = self.around.alpha, self.around.clip, self.around.solid
        if self.box is not None:
            state.clip = self.device.within(self.box, state.clip)

    def do_gs(self, name: Any) -> None:
        """Take the opacity of fills from a graphics state dictionary."""
        states = resolve1(self.resources.get("ExtGState")) if self.resources else None
        chosen = resolve1(states.get(literal_name(name))) if isinstance(states, dict) else None
        alpha = resolve1(chosen.get("ca")) if isinstance(chosen, dict) else None
        if isinstance(alpha, (int, float)):
            self.graphicstate.alpha = float(alpha)
        if isinstance(chosen, dict) and _mixes(chosen):
            self.graphicstate.solid = False

    def do_BDC(self, tag: Any, props: Any) -> None:  # noqa: N802
        """Begin marked content; its properties may be in the page's resources under a name."""
        off = False
        if isinstance(props, PSLiteral) and self.resources:
            named = resolve1(self.resources.get("Properties"))
            layer = named.get(literal_name(props)) if isinstance(named, dict) else props
            off = getattr(tag, "name", "") == "OC" and self.is_off(layer)
            props = resolve1(layer)
        super().do_BDC(tag, props)
        self.device.layers_off += off  # the end of the tag takes it back


def hidden_layers(catalog: dict[str, Any]) -> frozenset[int]:
    """The numbers of the layers that are not shown when a file is opened."""
    properties = resolve1(catalog.get("OCProperties"))
    shown = resolve1(properties.get("D")) if isinstance(properties, dict) else None
    if not isinstance(properties, dict) or not isinstance(shown, dict):
        return frozenset()
    off = _numbers_of(shown.get("OFF"))
    if getattr(resolve1(shown.get("BaseState")), "name", "") == "OFF":
        off |= _numbers_of(properties.get("OCGs")) - _numbers_of(shown.get("ON"))
    return off


def _numbers_of(layers: object) -> frozenset[int]:
    rows = resolve1(layers)
    return (
        frozenset(each.objid for each in rows if isinstance(each, PDFObjRef))
        if isinstance(rows, list)
        else frozenset()
    )


def _box_of(value: object) -> Box | None:
    """A box as PDF writes it, its corners in any order."""
    sides = resolve1(value)
    numbers = [resolve1(side) for side in sides] if isinstance(sides, list) else []
    if len(numbers) != 4 or not all(isinstance(each, (int, float)) for each in numbers):
        return None
    x0, y0, x1, y1 = map(float, numbers)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _mixes(chosen: dict[str, Any]) -> bool:
    """Whether a graphics state dictionary lets what is below show through, by a blend mode or a mask."""
    blend = resolve1(chosen.get("BM"))
    first = resolve1(blend[0]) if isinstance(blend, list) and blend else blend
    mask = resolve1(chosen.get("SMask"))
    blends = isinstance(first, PSLiteral) and first.name not in _PLAIN_BLENDS
    return blends or isinstance(mask, dict)


def _bounded(stream: PDFStream, limit: int) -> bytes:
    """The decoded content of a stream; for the usual single Flate filter, without unfolding more than `limit`."""
    filters = stream.get_filters() if stream.data is None else []
    plain = (
        len(filters) == 1
        and filters[0][0] in LITERALS_FLATE_DECODE
        and not (filters[0][1] or {}).get("Predictor")
    )
    if plain and stream.decipher is None and stream.rawdata is not None:
        try:
            unpacker = zlib.decompressobj()
            data = unpacker.decompress(stream.rawdata, limit + 1)
        except zlib.error:
            return bytes(stream.get_data())
        if len(data) > limit:
            raise StreamTooLargeError
        if unpacker.eof:
            return data
    return bytes(stream.get_data())
