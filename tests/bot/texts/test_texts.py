"""Texts: every language says the same things, about the same fields, in sentences that fit where they are shown."""

from __future__ import annotations

import ast
import itertools
import re
import time
from collections.abc import Iterator
from pathlib import Path

import discord
import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot import errors, speech_errors
from bot.domain import FilterLevel, Mood, Speaking
from bot.errors import BotError, UploadTooLargeError
from bot.services.corrections import Press
from bot.services.students import StudentState
from bot.texts import ENGLISH, Language, explain, file_size, languages, say, tell, understood_text
from bot.texts.catalogue import MessageCatalogue
from bot.views.adjusting import AdjustEnd
from bot.views.alt import HANDS
from bot.views.animoji_buttons import Action
from bot.views.gallery import GalleryAction
from bot.views.settings import PanelItem
from bot.views.together import InvitationAnswer
from bot.views.welcome import FirstStep
from pipeline import (
    FEELINGS,
    PRESETS,
    TARGETS,
    CharacterKind,
    SetupError,
    Source,
    Stage,
    Topic,
    Trait,
    Understood,
    UserError,
    find_styles,
    preset_title,
    read_style,
)
from pipeline.types import EMOTIONS, STYLES, Effect, notice
from pipeline.types.notices import NOTICES

ROOT = Path(__file__).parents[3]
JAPANESE = Language("ja")
OTHERS = [language for language in languages() if language != ENGLISH]


class Fields(Visitor):
    """The fields that a pattern shows, and those that it only chooses by."""

    def __init__(self) -> None:
        self.shown: set[str] = set()
        self.chosen_by: set[str] = set()

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:
        assert isinstance(node.selector, ftl.VariableReference)
        self.chosen_by.add(node.selector.id.name)
        for variant in node.variants:
            self.visit(variant.value)

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.shown.add(node.id.name)


def read(language: Language) -> dict[str, ftl.Message]:
    """The messages of a language's file, by name. A line that is no Fluent fails the test."""
    messages: dict[str, ftl.Message] = {}
    for entry in FluentParser().parse(language.path.read_text("utf-8")).body:
        assert not isinstance(entry, ftl.Junk), f"{language}: {entry.content}"
        if isinstance(entry, ftl.Message):
            assert entry.id.name not in messages, f"{language}: {entry.id.name} stands twice"
            messages[entry.id.name] = entry
    return messages


def patterns(message: ftl.Message) -> dict[str, ftl.Pattern]:
    """The message's own pattern under "", and its attributes by name."""
    own = {"": message.value} if message.value else {}
    return own | {attribute.id.name: attribute.value for attribute in message.attributes}


def fields(pattern: ftl.Pattern) -> Fields:
    found = Fields()
    found.visit(pattern)
    return found


FILES = {language: read(language) for language in languages()}


def pipeline_errors() -> Iterator[tuple[str, str]]:
    """Keys and English sentences of all user errors of the pipeline, read from its source (importing it is slow)."""
    setups = {SetupError.__name__}
    for path in sorted((ROOT / "pipeline").rglob("*.py")):
        source = path.read_text("utf-8")
        for node in ast.walk(ast.parse(source)) if "template = " in source else ():
            if isinstance(node, ast.ClassDef):
                values = {
                    target.id: item.value
                    for item in node.body
                    if isinstance(item, ast.Assign)
                    for target in item.targets
                    if isinstance(target, ast.Name)
                }
                if {ast.unparse(base) for base in node.bases} & setups:
                    continue  # people in Discord only hear that something is not set up
                if {"key", "template"} <= set(values):
                    yield ast.literal_eval(values["key"]), ast.literal_eval(values["template"])


PIPELINE = NOTICES | dict(pipeline_errors())
BOT_ERRORS = {
    kind.key
    for kind in (*vars(errors).values(), *vars(speech_errors).values())
    if isinstance(kind, type) and issubclass(kind, BotError)
}


def message_name(key: str) -> str:
    return key.replace(".", "-")


@pytest.mark.parametrize("language", OTHERS, ids=str)
def test_every_language_says_all_that_english_says(language: Language) -> None:
    ours, english = FILES[language], FILES[ENGLISH]
    assert not set(english) - set(ours), f"{language} lacks these"
    assert not set(ours) - set(english), f"{language} has these for nothing"
    for name, message in ours.items():
        assert set(patterns(message)) == set(patterns(english[name])), name


def test_our_motions_and_styles_have_titles_in_japanese() -> None:
    titles = [preset_title(name, "ja") for name in PRESETS]
    titles += [read_style(path).title("ja") for path in find_styles(STYLES).values()]
    assert all(re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", title) for title in titles)


@pytest.mark.parametrize("language", OTHERS, ids=str)
def test_a_translation_shows_the_same_fields(language: Language) -> None:
    for name, message in FILES[ENGLISH].items():
        for attribute, pattern in patterns(message).items():
            english, ours = fields(pattern), fields(patterns(FILES[language][name])[attribute])
            assert ours.shown == english.shown, name
            assert ours.chosen_by <= english.shown | english.chosen_by, name


def test_every_error_and_notice_has_a_sentence_that_needs_no_field_it_is_not_given() -> None:
    for key, template in PIPELINE.items():
        pattern = FILES[ENGLISH][message_name(key)].value
        assert pattern is not None
        given = set(re.findall(r"{(\w+)", template))
        assert fields(pattern).shown <= given, key
    assert {message_name(key) for key in BOT_ERRORS} <= set(FILES[ENGLISH])


def test_what_is_said_in_discord_names_no_command_line() -> None:
    for messages in FILES.values():
        for name, message in messages.items():
            if name.startswith(("error-", "notice-")):
                text = "".join(item.value for item in _text_elements(message))
                assert not re.search(r"animemoji |--\w|pip install|ANIMEMOJI_", text), name


def _text_elements(message: ftl.Message) -> Iterator[ftl.TextElement]:
    found: list[ftl.TextElement] = []

    class Texts(Visitor):
        def visit_TextElement(self, node: ftl.TextElement) -> None:
            found.append(node)

    Texts().visit(message)
    return iter(found)


def used_keys() -> set[str]:
    """All keys that the code says, as names of messages; what it builds from parts is spelled out here."""
    keys = set(PIPELINE) | BOT_ERRORS | {UserError.key}
    for path in [*(ROOT / "bot").rglob("*.py")]:
        keys |= {
            node.value
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
    parts: dict[str, list[str]] = {
        "alt.feels": list(EMOTIONS[1:]),
        "alt.does": list(HANDS),
        "button": [*(action.value for action in Action), "emoji_own"],
        "job.stage": [stage.value for stage in Stage],
        "settings": [setting.value for setting in PanelItem if setting is not PanelItem.PRIVATE],
        "feeling": list(FEELINGS),
        "place": list(TARGETS),
        "adjust": [end.value for end in (*Press, *AdjustEnd)],
        "student": [state.value for state in StudentState if state is not StudentState.NONE],
        "journal": ["blocked", "unblocked"],
        "gallery": [action.value for action in GalleryAction],
        "welcome": [step.value for step in FirstStep],
        "together": [answer.value for answer in InvitationAnswer],
        "looks": [trait.value.replace(" ", "-") for trait in Trait],
        "topic": [topic.value for topic in Topic],
        "kind": [kind.value for kind in CharacterKind],
        "choice": [
            *(f"style-{source.value}" for source in Source),
            *(f"effect-{name}" for name in ("auto", "off", *(effect.value for effect in Effect))),
            *(f"mood-{mood.value}" for mood in Mood),
        ],
    }
    keys |= {f"{start}.{end}" for start, ends in parts.items() for end in ends}
    keys |= {f"settings.{setting.value}_title" for setting in PanelItem}
    keys |= {f"settings.filter_{name}" for name in ("owner", *(level.value for level in FilterLevel))}
    keys |= {f"settings.speaking_{each.value}" for each in Speaking}
    keys |= {f"settings.{name}" for name in ("daily_quota", "server_quota", "cooldown_seconds")}
    keys |= {"settings.private_on", "settings.private_off"}
    return {message_name(key) for key in keys}


def test_every_message_is_used() -> None:
    commands = re.compile(r"(command|option|menu)-")  # see test_commands.py
    unused = {name for name in FILES[ENGLISH] if not commands.match(name)} - used_keys()
    assert not unused


def test_keys_that_the_bot_says_exist() -> None:
    for path in (ROOT / "bot").rglob("*.py"):
        for key in re.findall(r'\b_?say\(\s*(?:interaction, )?"([a-z_.]+)"', path.read_text("utf-8")):
            assert message_name(key) in FILES[ENGLISH], f"{key} in {path.name}"


LIMITS = {
    r"(rename|tweak|motion|emoji|sticker|form(?!-old)|settings)-.*|together-which|gallery-mine_words": 45,
    r".*-title|looks-form": 45,
    r"motion-clip_note|form-or_(default|look)|looks-form_note|together-which_note|gallery-mine_(note|example)": 100,
    r"together-(yes|no|back)|welcome-(make|settings)|invite-button|gallery-(try|mine)|looks-edit": 38,
    r"button-.*|studio-open|adjust-(?!title|picture|saved).*|job-cancel|character-take|privacy-delete_button": 38,
    r"speech-edit_(title|text)|speech-delete_title|delete-(animoji|character|expression)": 45,
    r"settings-(channels|roles|emoji_roles|filter|language|speaking|quiet)": 150,
    r"settings-(filter|speaking)_.*|choice-.*|language-name": 100,
    r"form-prompt_example": 100,
    r"error-.*|failure-.*": 300,
    r"help|about|privacy-.*": 4000,
}
"""Characters, by what Discord allows where a text stands: titles and labels of forms 45, notes below these 100, buttons
38 to be readable, hints in menus 150, lines of menus 100, a message 4000. The last rule that matches counts."""
TEXT_DISPLAYS = (
    r"settings-(title|.*_title|limits_now)|(styles|choice|adjust)-title|emoji-(added|list|waiting).*|emoji-removed"
    r"|sticker-added|settings-role_quota.*|characters-title"
)
"""Titles that are no form's but stand in a message."""


@pytest.mark.parametrize("language", languages(), ids=str)
def test_texts_fit_where_discord_shows_them(language: Language) -> None:
    for name, message in FILES[language].items():
        if message.value is None or re.fullmatch(TEXT_DISPLAYS, name):
            continue
        limits = [limit for pattern, limit in LIMITS.items() if re.fullmatch(pattern, name)]
        longest = max(len(text) for text in _all_texts(language, name))
        assert longest <= (limits[-1] if limits else 2000), f"{language}: {name}"


def _all_texts(language: Language, name: str) -> list[str]:
    """What a message can say, for one and for many."""
    pattern = FILES[language][name].value
    assert pattern is not None
    names = fields(pattern).shown | fields(pattern).chosen_by
    catalogue = MessageCatalogue(language) if language not in _CATALOGUES else _CATALOGUES[language]
    _CATALOGUES[language] = catalogue
    return [str(catalogue.find(name, **dict.fromkeys(names, number))) for number in (1, 20)]


_CATALOGUES: dict[Language, MessageCatalogue] = {}


def test_every_error_is_one_sentence() -> None:
    for name in FILES[ENGLISH]:
        if name.startswith("error-"):
            for text in _all_texts(ENGLISH, name):
                assert text[0].isupper() or text[0] in "“1" or text.startswith("20"), name
                assert text[-1] in ".?!", name
                assert not re.search(r"[.?] [A-Z]", text), name


@pytest.mark.parametrize("language", languages(), ids=str)
def test_quotation_marks_and_ellipses_are_typographic(language: Language) -> None:
    for name, message in FILES[language].items():
        text = "".join(item.value for item in _text_elements(message))
        assert '"' not in text, name
        assert "..." not in text, name


def test_english_counts_in_the_singular_and_the_plural() -> None:
    assert say("privacy.deleted", ENGLISH, characters=1, animojis=2) == (
        "Done. I've forgotten you, 1 character and 2 animojis."
    )
    assert say("character.deleted", ENGLISH, name="Anna", count=0) == "Deleted “Anna”."
    assert say("character.deleted", ENGLISH, name="Anna", count=1).endswith("the animoji you made with it.")
    assert say("character.deleted", ENGLISH, name="Anna", count=3).endswith("the 3 animojis you made with it.")
    assert say("character.deleted", JAPANESE, name="花", count=3) == "「花」と、そのアニモジ 3 個を削除しました。"
    one, many = (
        say("privacy.show", ENGLISH, characters=1, animojis=1, expressions=1, speeches=1, days=90),
        say("privacy.show", ENGLISH, characters=2, animojis=0, expressions=11, speeches=2, days=90),
    )
    assert "**1** character:" in one
    assert "**2** characters:" in many
    assert "**0** animojis:" in many


def test_numbers_have_no_separators_of_thousands() -> None:
    assert "1920×1080" in str(
        MessageCatalogue(ENGLISH).find("error.clip.pixels", width=1920, height=1080, limit="2 MP")
    )


def test_a_long_field_is_said_whole() -> None:
    words = "silver hair, " * 400
    assert say("character.words", ENGLISH, words=words) == f"**In words:** {words}"


def test_a_field_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError, match="position"):
        say("job.waiting", ENGLISH)
    with pytest.raises(KeyError, match=r"no\.such\.key"):
        say("no.such.key", JAPANESE)


def test_the_reader_chooses_the_language() -> None:
    japanese = Language.of(discord.Locale.japanese)
    assert Language.of(japanese) is japanese
    assert [str(Language.of(locale)) for locale in (japanese, "en-GB", "xx", "")] == ["ja", "en", "en", "en"]
    assert Language.spoken("xx") is None
    assert say("job.waiting", japanese, position=3) == "⏳ 順番待ち：3 番目です。"
    error = UploadTooLargeError(size=file_size(9_000_000), limit="8 MB")
    assert explain(error, ENGLISH) == "That file is 8.6 MB; please send one of at most 8 MB."
    assert str(error) == explain(error, ENGLISH)
    assert "8.6 MB" in explain(error, japanese)


def test_every_code_is_one_of_discords_locales() -> None:
    known = {locale.value for locale in discord.Locale}
    families = {code.partition("-")[0] for code in known}
    assert all(language.code in known | families for language in languages())


def test_an_error_without_a_translation_is_said_in_english() -> None:
    class OddError(UserError):
        key = "error.odd"
        template = "Odd: use {what}."

    assert explain(OddError(what="this"), JAPANESE) == "Odd: use this."


def test_notices_are_told() -> None:
    assert tell(notice("notice.several_faces"), ENGLISH).startswith("There were several faces in the video")
    assert tell(notice("notice.trimmed", seconds=6), JAPANESE) == "動画のいちばん良い 6 秒を使いました。"


def test_what_was_understood_is_listed_by_topic() -> None:
    understood = (
        Understood(Topic.ACCESSORIES, "glasses", denied=True),
        Understood(Topic.HAIR, "silver"),
        Understood(Topic.HAIR, "twin-tails"),
        Understood(Topic.EXPRESSION, "smiling", denied=True),
    )
    assert understood_text(understood, ENGLISH) == (
        "hair: silver, twin-tails; expression: not smiling; accessories: no glasses"
    )
    assert understood_text(understood, JAPANESE) == "髪：silver、twin-tails／表情：smilingなし／小物：glassesなし"


def test_a_language_is_read_quickly_and_once() -> None:
    start = time.process_time()
    MessageCatalogue(JAPANESE)
    assert time.process_time() - start < 1.0
    start = time.process_time()
    for _, language in itertools.product(range(500), languages()):
        say("job.next", language)
    assert time.process_time() - start < 1.0
