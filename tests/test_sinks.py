"""No stranger's text reaches markdown or HTML unescaped: every page is read as a syntax tree.

Nearly every text of Streamlit's is markdown, which loads pictures, makes links and alters ordinary sentences. So what
stands in such a place must be a text of ours, a number, or have passed through `label`; and what stands in `st.html`
must have passed through `html_text`. Variables are followed to where they are set, parameters to every call, our own
functions to what they return. What cannot be decided that way stands in `DECIDED`, each with its reason.
"""

import ast
from collections.abc import Iterator, Sequence
from typing import Any, Literal

import pytest

from tests.conftest import ROOT

Kind = Literal["markdown", "html"]

FIRST = (0,)
MARKDOWN_SINKS: dict[str, Sequence[int]] = {
    # method of Streamlit's -> positions of its arguments that are markdown
    **dict.fromkeys(("markdown", "title", "header", "subheader", "caption", "text_area", "latex", "badge", "tabs"), FIRST),
    **dict.fromkeys(("info", "success", "warning", "error", "toast", "status", "spinner", "chat_message"), FIRST),
    **dict.fromkeys(("button", "download_button", "link_button", "form_submit_button", "menu_button"), FIRST),
    **dict.fromkeys(("checkbox", "toggle", "expander", "popover", "selectbox", "multiselect", "text_input"), FIRST),
    **dict.fromkeys(("number_input", "file_uploader", "segmented_control", "pills", "radio", "select_slider"), FIRST),
    **dict.fromkeys(("slider", "date_input", "time_input", "datetime_input", "color_picker", "camera_input"), FIRST),
    **dict.fromkeys(("audio_input", "dialog", "Page", "logo"), ()),
    **dict.fromkeys(("write", "write_stream", "exception", "table", "chat_input"), range(9)),
    "metric": (0, 1, 2),
    "page_link": (1,),
    "progress": (1,),
    **dict.fromkeys(("Column", "TextColumn", "NumberColumn", "CheckboxColumn", "DateColumn", "DatetimeColumn"), FIRST),
    **dict.fromkeys(("ListColumn", "SelectboxColumn", "ProgressColumn", "MultiselectColumn"), FIRST),
}  # fmt: skip
MARKDOWN_KEYWORDS = {"label", "help", "text", "title", "body", "captions", "caption", "delta", "value_label"}
OPTIONS_ARE_MARKDOWN = {"pills": 1, "radio": 1, "segmented_control": 1, "select_slider": 1}
"""The position of their options: in other lists to choose from they are shown as they are."""

FORBIDDEN = {
    "ImageColumn", "LinkColumn", "MarkdownColumn", "JsonColumn", "image", "iframe", "video", "audio", "pdf", "graphviz_chart",
    "feedback", "echo", "pydeck_chart",
}  # fmt: skip
"""What loads addresses, or shows more than it is given; no page needs it."""

NUMBER_FUNCTIONS = {"len", "int", "float", "round", "sum", "signed", "percent", "_number", "megabytes"}
"""They return a number, or a number in words. `_number` is the one of ui/agreement.py."""

NUMBERS = {"row.sentence", "row.section", "row.n"}
"""What the models of the tables make whole numbers, whatever a file says."""

OUR_MARKS = "colours and glyphs of charts/palette.py; a side without a mark of its own has that of the others"
DECIDED: dict[tuple[str, str, str], str] = {
    (
        "components/ui/frame.py",
        "_show_how_read",
        "doubts.how_sure(shown.package.statements, to_review=shown.own)",
    ): "words of ours and counts",
    ("components/ui/frame.py", "side_glyph", "mark.words"): OUR_MARKS,
    ("components/ui/frame.py", "side_glyph", "mark.glyph"): OUR_MARKS,
    ("components/ui/frame.py", "side_glyph", "mark.hollow"): OUR_MARKS,
    ("components/ui/article_text.py", "_sections", "number"): "a whole number of the model",
    ("components/ui/article_text.py", "_marked", "style"): "a class of ours with the number of a topic",
    ("components/ui/article_text.py", "_chips", "style"): "a class of ours with the number of a topic",
    ("components/ui/figures.py", "_coloured", "glyph"): OUR_MARKS,
    ("components/ui/figures.py", "_coloured", "mark.theme"): OUR_MARKS,
    ("components/ui/figures.py", "_segments", "by_side['count']"): "whole numbers that pandas counted",
    ("components/ui/lanes.py", "show_lanes", "heads.scale"): "HTML of ours: fixed words, names of scorers",
    ("components/ui/frame.py", "_styles", "(HERE / 'styles.css').read_text(encoding='utf-8')"): "the style sheet",
    ("components/ui/frame.py", "key_line", "glyph"): "HTML of the pages themselves; the words beside it are escaped",
    ("components/ui/highlights.py", "draw_wording", "each.tag"): "a tag that this module sets: mark or span",
    ("components/ui/highlights.py", "draw_wording", "each.style"): "a class that this module sets",
    ("components/ui/uploads.py", "ask_for_text", "files"): "kinds of files, named from the record of them",
}
"""(file, function, expression) -> why it is no stranger's text, or is escaped."""


class Code:
    """The files that are looked at: what each function is, and who calls it."""

    def __init__(self, sources: dict[str, str]) -> None:
        self.places: list[Place] = []
        self.functions: dict[str, list[Place]] = {}
        self.calls: dict[str, list[tuple[Place, ast.Call]]] = {}
        for file, source in sources.items():
            tree = ast.parse(source)
            self.places.append(Place(file, "", tree))
            for node in ast.walk(tree):
                if isinstance(node, ast.FunctionDef):
                    self.places.append(Place(file, node.name, node))
                    self.functions.setdefault(node.name, []).append(self.places[-1])
        for place in self.places:
            for call in place.nodes:
                if isinstance(call, ast.Call):
                    self.calls.setdefault(name_of(call.func), []).append((place, call))
        self.asked: set[tuple[int, str, Kind]] = set()

    def faults(self) -> list[str]:
        """What is put into a sink and has not passed through `safe`, with its place."""
        found = []
        for place in self.places:
            for call in place.nodes:
                if not isinstance(call, ast.Call):
                    continue
                name = name_of(call.func)
                if isinstance(call.func, ast.Attribute) and name in FORBIDDEN:
                    found.append(f"{place}: {name} is not used here")
                found += [
                    f"{place}: {each.arg} is not used here" for each in call.keywords if each.arg == "unsafe_allow_html"
                ]
                for kind, value in sinks_of(call):
                    text = ast.unparse(value)
                    if not self.is_safe(value, place, kind) and (place.file, place.function, text) not in DECIDED:
                        found.append(f"{place}: {text} is put into {name} as {kind}")
        return found

    def is_safe(self, node: ast.expr, place: "Place", kind: Kind) -> bool:
        """Whether an expression is a text of ours, a number, or has passed through the function for this kind of sink."""
        all_safe = lambda nodes: all(self.is_safe(each, place, kind) for each in nodes)  # noqa: E731
        if (place.file, place.function, ast.unparse(node)) in DECIDED:
            return True
        match node:
            case ast.Constant() | ast.Compare():
                return True
            case ast.Attribute() | ast.Subscript() | ast.Call() if is_ours(node):
                return True
            case ast.Name(id=name):
                return is_upper(name) or self.variable_is_safe(name, place, kind)
            case ast.Attribute():
                return ast.unparse(node) in NUMBERS
            case ast.Subscript(value=value):
                return self.is_safe(value, place, kind)
            case (
                ast.JoinedStr(values=values)
                | ast.List(elts=values)
                | ast.Tuple(elts=values)
                | ast.BoolOp(values=values)
            ):
                return all_safe(values)
            case ast.FormattedValue(value=value, format_spec=spec):
                # Only numbers can be formatted with these.
                numeric = spec is not None and ast.unparse(spec).rstrip("'\"")[-1:] in tuple("%dfge,")
                return numeric or self.is_safe(value, place, kind)
            case ast.IfExp(body=yes, orelse=no):
                return all_safe((yes, no))
            case ast.BinOp(left=left, right=right):
                return all_safe((left, right))
            case ast.Starred(value=value) | ast.NamedExpr(value=value) | ast.Lambda(body=value):
                return self.is_safe(value, place, kind)
            case ast.ListComp(elt=value) | ast.GeneratorExp(elt=value) | ast.DictComp(value=value):
                return self.is_safe(value, place, kind)
            case ast.Dict(values=values):
                return all_safe(values)
            case ast.Call():
                return self.call_is_safe(node, place, kind)
        return False

    def call_is_safe(self, call: ast.Call, place: "Place", kind: Kind) -> bool:
        name, arguments = name_of(call.func), call.args
        if name in NUMBER_FUNCTIONS or name == ("label" if kind == "markdown" else "html_text"):
            return True
        if name in ("str", "counted", "join", "list", "sorted"):
            return all(self.is_safe(each, place, kind) for each in arguments)
        if name == "get" and isinstance(call.func, ast.Attribute) and is_upper(name_of(call.func.value)):
            return all(self.is_safe(each, place, kind) for each in arguments[1:])
        if name in ("once", "once_for_article"):  # what is worked out once is what the function gives
            return self.is_safe(arguments[-1], place, kind)
        functions = self.functions.get(name, [])
        here = [each for each in functions if each.file == place.file and isinstance(call.func, ast.Name)]
        return bool(functions) and all(self.returns_safe(each, kind) for each in here or functions)

    def returns_safe(self, function: "Place", kind: Kind) -> bool:
        """Whether everything that a function of ours returns or yields is safe."""
        asked = (id(function), "", kind)
        if asked in self.asked:
            return True  # it is being looked at: a fault would be found there
        self.asked.add(asked)
        out = [
            each.value
            for each in function.nodes
            if isinstance(each, ast.Return | ast.Yield | ast.YieldFrom) and each.value
        ]
        safe = bool(out) and all(self.is_safe(value, function, kind) for value in out)
        self.asked.discard(asked)
        return safe

    def variable_is_safe(self, name: str, place: "Place", kind: Kind) -> bool:
        """A variable is safe where all that is put into it is; a parameter, where all calls give something safe."""
        asked = (id(place), name, kind)
        if asked in self.asked:
            return True
        self.asked.add(asked)
        put = list(place.put_into(name))
        given = list(self.given(name, place))
        safe = bool(put or given) and all(self.is_safe(value, where, kind) for where, value in (*put, *given))
        self.asked.discard(asked)
        return safe

    def given(self, name: str, place: "Place") -> Iterator[tuple["Place", ast.expr]]:
        """What calls give for a parameter of a function, and its default."""
        if not isinstance(place.node, ast.FunctionDef):
            return
        signature = place.node.args
        positional = [each.arg for each in (*signature.posonlyargs, *signature.args)]
        if name not in (*positional, *(each.arg for each in signature.kwonlyargs)):
            return
        defaults = dict(zip(reversed(positional), reversed(signature.defaults), strict=False))
        defaults |= {a.arg: d for a, d in zip(signature.kwonlyargs, signature.kw_defaults, strict=True) if d}
        for caller, call in self.calls.get(place.function, ()):
            words = {each.arg: each.value for each in call.keywords}
            at = positional.index(name) if name in positional else len(call.args)
            value = words.get(name) or (call.args[at] if at < len(call.args) else defaults.get(name))
            if value is not None:
                yield caller, value


class Place:
    """A function, or what stands outside of all functions of a file."""

    def __init__(self, file: str, function: str, node: ast.AST) -> None:
        self.file, self.function, self.node = file, function, node
        self.nodes = list(self._own())

    def __str__(self) -> str:
        return f"{self.file}, {self.function or 'outside of functions'}"

    def _own(self) -> Iterator[Any]:
        """Nodes of this place without those of functions inside it; lambdas belong to it."""
        waiting = list(ast.iter_child_nodes(self.node))
        while waiting:
            node = waiting.pop()
            yield node
            if not isinstance(node, ast.FunctionDef):
                waiting.extend(ast.iter_child_nodes(node))

    def put_into(self, name: str) -> Iterator[tuple["Place", ast.expr]]:
        """All that is put into a variable of this place."""
        for node in self.nodes:
            match node:
                case ast.Assign(targets=targets, value=value):
                    for target in targets:
                        yield from ((self, each) for each in matched(target, value, name))
                case (
                    ast.AnnAssign(target=target, value=ast.expr() as value) | ast.AugAssign(target=target, value=value)
                ):
                    yield from ((self, each) for each in matched(target, value, name))
                case ast.NamedExpr(target=target, value=value):
                    yield from ((self, each) for each in matched(target, value, name))
                case ast.For(target=target, iter=values) | ast.comprehension(target=target, iter=values):
                    for value in values.elts if isinstance(values, ast.Tuple | ast.List) else [each_of(values, target)]:
                        yield from ((self, each) for each in matched(target, value, name))
                case ast.Call(func=ast.Attribute(attr="append" | "insert", value=ast.Name(id=into)), args=given) if (
                    into == name
                ):
                    yield self, given[-1]


def matched(target: ast.expr, value: ast.expr, name: str) -> Iterator[ast.expr]:
    """What a variable gets when a target is set: its part of a tuple where both are one, else the whole."""
    if isinstance(target, ast.Tuple):
        parts = (
            value.elts
            if isinstance(value, ast.Tuple) and len(value.elts) == len(target.elts)
            else [value] * len(target.elts)
        )
        for inner, part in zip(target.elts, parts, strict=True):
            yield from matched(inner, part, name)
    elif isinstance(target, ast.Name) and target.id == name:
        yield value


def each_of(values: ast.expr, target: ast.expr) -> ast.expr:
    """What a loop goes over, so that its parts are found: the number and the value of `enumerate`, the items of a dict."""
    if isinstance(values, ast.Call) and name_of(values.func) == "enumerate" and isinstance(target, ast.Tuple):
        return ast.Tuple([ast.Constant(0), values.args[0]], ast.Load())
    if isinstance(values, ast.Call) and name_of(values.func) == "zip":
        return ast.Tuple(values.args, ast.Load())
    if (
        isinstance(values, ast.Call)
        and name_of(values.func) in ("items", "values")
        and isinstance(values.func, ast.Attribute)
    ):
        return values.func.value
    return values


def name_of(node: ast.expr) -> str:
    """The last part of a name: `button` of `st.button`."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def is_ours(node: ast.expr) -> bool:
    """Whether it is a part of a constant: `SCORES[key].label`, `frame.OFFER`, `FORM_LABELS[form].capitalize()`."""
    match node:
        case ast.Name(id=name):
            return is_upper(name)
        case ast.Attribute(value=value, attr=name):
            return is_upper(name) or is_ours(value)
        case ast.Subscript(value=value) | ast.Call(func=ast.Attribute(value=value), args=[]):
            return is_ours(value)
    return False


def is_upper(name: str) -> bool:
    return name.strip("_").isupper()


def sinks_of(call: ast.Call) -> Iterator[tuple[Kind, ast.expr]]:
    """The arguments of a call that a browser shows as markdown or as HTML."""
    name = name_of(call.func)
    if not isinstance(call.func, ast.Attribute):
        return
    if name == "html" and call.args:
        yield "html", call.args[0]
    if name not in MARKDOWN_SINKS:
        return
    words = {each.arg: each.value for each in call.keywords}
    yield from (("markdown", call.args[at]) for at in MARKDOWN_SINKS[name] if at < len(call.args))
    yield from (("markdown", value) for word, value in words.items() if word in MARKDOWN_KEYWORDS)
    if name in OPTIONS_ARE_MARKDOWN:
        at = OPTIONS_ARE_MARKDOWN[name]
        said = words.get("format_func") or (call.args[at] if at < len(call.args) else words.get("options"))
        if isinstance(said, ast.Attribute) and said.attr == "__getitem__":
            said = said.value
        if said is not None:
            yield "markdown", said


FILES = [
    ROOT / "app.py",
    *sorted((ROOT / "components" / "ui").glob("*.py")),
    *sorted((ROOT / "components" / "pages").glob("*.py")),
]


def test_no_strangers_text_reaches_markdown_or_html() -> None:
    code = Code({path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in FILES})

    assert code.faults() == []


def test_every_exception_that_is_made_is_needed() -> None:
    sources = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in FILES}

    for file, function, expression in DECIDED:
        nodes = [
            node for place in Code({file: sources[file]}).places if place.function == function for node in place.nodes
        ]
        assert expression in {ast.unparse(node) for node in nodes if isinstance(node, ast.expr)}, (file, function)


PLANTED = [
    "st.markdown(draft.title)",
    "st.write(row.wording)",
    "st.caption(f'of {name}')",
    "st.button('Show', help=package.title)",
    "st.button(titles[id])",
    "with st.expander(title):\n    pass",
    "st.pills('Topic', ids, format_func=lambda id: labels[id])",
    "st.pills('Topic', ids, format_func=labels.__getitem__)",
    "st.radio('Topic', topics)",
    "st.page_link('a.py', label=shown.sentence)",
    "st.download_button(f'Download {draft.title}', b'')",
    "st.tabs([section for section in sections])",
    "st.progress(0.5, text=job.fault)",
    "st.dataframe(rows, column_config={'a': st.column_config.TextColumn('a', help=word)})",
    "st.markdown('<b>x</b>', unsafe_allow_html=True)",
    "st.image(url)",
    "st.html(f'<p>{title}</p>')",
    "st.html('<p>' + label(title) + '</p>')",
    "text = 'a'\ntext = row.gloss\nst.title(text)",
    "def show(text):\n    st.info(text)\nshow('ours')\nshow(error.message)",
    "def p(text):\n    return f'<p>{text}</p>'\nst.html(p(row.gloss))",
    "parts = []\nparts.append(row.gloss)\nst.html(''.join(parts))",
]


@pytest.mark.parametrize("source", PLANTED)
def test_a_planted_fault_is_found(source: str) -> None:
    assert len(Code({"components/ui/planted.py": source}).faults()) == 1


@pytest.mark.parametrize(
    "source",
    [
        "st.text(row.wording)",
        "st.code(row.wording, language=None)",
        "st.selectbox('Article', titles, format_func=lambda id: titles[id])",
        "st.button(f'**{len(rows)}** {label(words)}')",
        "st.pills('Topic', ids, format_func={id: label(text) for id, text in topics}.__getitem__)",
        "st.html(f'<p class=\"{STYLE}\">{html_text(title)}</p>')",
        "st.progress(0.5, text=f'{share:.0%}')",
        "def show(text):\n    st.info(text)\nshow('ours')\nshow(OFFER)",
    ],
)
def test_what_is_shown_as_it_is_or_has_passed_is_no_fault(source: str) -> None:
    assert Code({"components/ui/right.py": source}).faults() == []
