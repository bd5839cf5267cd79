"""From acts to wishes: what each word decides, and which of them prevail."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, cast

from pipeline.characters.drawn import palettes
from pipeline.characters.drawn.ages import with_ages
from pipeline.characters.drawn.bonds import FAIR, Act
from pipeline.characters.drawn.colours import distance
from pipeline.characters.drawn.company import is_animal_noun
from pipeline.characters.drawn.languages import language_of
from pipeline.characters.drawn.lexicon import lexicon
from pipeline.characters.drawn.parse import parse
from pipeline.characters.drawn.pasted import split_pasted
from pipeline.characters.drawn.persons import means_person
from pipeline.characters.drawn.reading import Options, Reading, Span
from pipeline.characters.drawn.saying import Sayings, common, is_bare
from pipeline.characters.drawn.scan import cleaned, scan
from pipeline.characters.drawn.tinted import TINTED_FIELDS, TOPICS
from pipeline.characters.drawn.words.clothes import COLLAR, COLLAR_OF_PETS, SLEEVELESS
from pipeline.characters.drawn.words.model import Modifier, Place, Shade, Thing, Tint
from pipeline.characters.drawn.words.names import is_name
from pipeline.parts import OUTFITS
from pipeline.types.spec import Accessory, Build, HairColouring, Outfit, Species
from pipeline.types.understood import Topic, Understood, by_topic

_PALETTES: Final = {"hair_colour": palettes.HAIRS | palettes.GREYS, "eye_colour": palettes.EYES, "skin": palettes.SKINS}
_LIKE: Final = 0.14
"""OKLab distance up to which a colour of a palette counts as the one that was denied."""
_JOINTS: Final = frozenset({"and", "&", "+", "と", "to"})
"""What is kept between two words when a phrase is shown as it was read."""
_SHORT_GAP: Final = 8
_TOGETHER: Final = re.compile(r"(?:[\s,]|and\b)*\b(?:one|other|half|the)\b[\s,]*(?:is\b)?\s*")
_OF_PEOPLE_ALONE: Final = ("freckles", "mole", "braces", "facial_hair", "beard_colour", "nose", "face_shape")


def read_prompt(prompt: str) -> Reading:
    """What a prompt says. Never raises; the same prompt is always read alike."""
    wanted, unwanted = split_pasted(prompt)
    return _Interpreter(cleaned(wanted), cleaned(unwanted)).reading()


class _Interpreter(Sayings):
    def __init__(self, wanted: str, unwanted: str) -> None:
        super().__init__(f"{wanted}\n{unwanted}" if unwanted else wanted)
        elements = with_ages(scan(self.text))
        language = language_of(elements)
        if language is None:
            elements = lexicon().corrected(elements)
        parsed = parse([each for each in elements if each.start < len(wanted)], lexicon(), language)
        behind = [each for each in elements if each.start > len(wanted)]
        refused = parse(behind, lexicon(), language)
        for act in refused.acts:
            act.denied = True
        animal = any(is_animal_noun(act.meaning) and not act.denied for act in parsed.acts)
        if animal and not means_person(parsed.acts, self.text):
            for act in parsed.acts:
                if act.meaning is COLLAR:
                    act.token = replace(act.token, meaning=COLLAR_OF_PETS)
        # What is wanted comes last, for a later word prevails. Nobody asks what was not understood of the unwanted.
        self.refused = frozenset(refused.acts)
        self.acts = [*refused.acts, *parsed.acts]
        self.lost = list(parsed.lost)
        self.person = means_person(self.acts, self.text)
        self.hints_for: dict[Build, dict[str, Options]] = {}
        self.named = False
        self.hints_of_words: list[tuple[Act, Thing]] = []
        self.hinted_worn: list[tuple[Accessory, ...]] = []
        self.spoken_of = False
        """Whether a pronoun or a name tells whom it is about."""
        self.unwanted: list[Tint] = []
        """Colours that are refused everywhere."""
        self.phrases: dict[Act, Topic] = {}
        """Acts that decided something, with what they are about."""
        self.tints: dict[Place, list[list[Act]]] = {}
        """Colours by place; those of one noun are together."""

    def reading(self) -> Reading:
        """The reading of the whole prompt."""
        for act in self.acts:
            self._apply(act)
        self.move_worn(self.acts)
        self.cloak_over_figure()
        self.narrow_by_figure()
        self.shave_lip()
        self._shun_colours()
        self._apply_tints()
        self._tint_below()
        self._strip_animal()
        worn_colours = self._worn_colours()
        bearded = {"hair_colour": self.said["beard_colour"][0]} if "beard_colour" in self.said else {}
        for _, act in self.said.values():
            act.used = not (isinstance(act.meaning, Thing) and act.meaning.undrawn)
        for _, act in self.worn:
            act.used = True
        unused = [act.token for act in self.acts if not act.used and _is_told(act) and act not in self.refused]
        names = [act.token for act in self.acts if is_name(act.meaning)]  # known, and yet somebody's own
        nameless = [token for token in self.lost if token.meaning is None]
        unknown = [self.typed(token.start, token.end) for token in sorted((*nameless, *names), key=lambda t: t.start)]
        ignored = sorted({(token.start, token.end) for token in (*self.lost, *unused, *names)})
        return Reading(
            said={field: options for field, (options, _) in self.said.items()},
            hinted=self.hints_of_figures | self._word_hints() | bearded,  # a red beard grows on a redhead
            worn=tuple(choices for choices, _ in self.worn),
            worn_colours=worn_colours,
            hinted_worn=tuple(self.hinted_worn),
            barred={field: frozenset(values) for field, values in self.barred.items()},
            understood=self._understood(),
            ignored=tuple(dict.fromkeys(self.typed(start, end) for start, end in ignored)),
            hinted_for=self.hints_for,
            named=self.named or bool(unknown or self.said or self.worn or self.hints_of_words or self.barred),
            salt=" ".join(unknown).lower(),
        )

    # -- what a word decides

    def _apply(self, act: Act) -> None:
        meaning = act.meaning
        denied = act.denied or (act.owner is not None and act.owner.denied)
        place = act.owner.meaning.place if act.owner and isinstance(act.owner.meaning, Thing) else None
        if isinstance(meaning, Thing):
            self._apply_thing(act, meaning, denied)
        elif isinstance(meaning, Modifier):
            thing = meaning.alone if place is None else meaning.by_place.get(place, meaning.by_place.get(Place.HAIR))
            if thing is SLEEVELESS and self._bare_arms(act, denied=denied):
                return
            if thing and thing.worn and not denied and self.turn(act.owner, thing.worn[0]):
                act.used, self.phrases[act] = True, thing.topic  # "backwards red cap"
            elif thing and (place or meaning.by_place.get(Place.ACCESSORY) != thing):  # nobody wears a "backwards"
                self._apply_thing(act, thing, denied)
        elif isinstance(meaning, Shade):
            place = place or (Place.SKIN if meaning.lightness > FAIR else None)
            colours = meaning.alone.get(place) if place else None
            if place and colours:
                field = TINTED_FIELDS[place][0]
                self._apply_thing(act, Thing(TOPICS[place], place, {field: colours}), denied)
        elif isinstance(meaning, Tint):
            place = Place.HAIR if place is Place.BANGS else place or meaning.only or Place.HAIR
            self.phrases[act] = TOPICS[place]
            if denied:
                self._bar_colour(act, place, meaning)
                return
            groups = self.tints.setdefault(place, [])
            if groups and groups[-1][-1].owner is act.owner and (act.owner is not None or self._go_on(groups[-1], act)):
                groups[-1].append(act)
            else:
                groups.append([act])

    def _bare_arms(self, act: Act, *, denied: bool) -> bool:
        """Takes the sleeves off what is named; whether something was. What has no such cut is told to keep them."""
        owner = act.owner or self.said.get("outfit", ((), None))[1]
        if owner is None or not isinstance(owner.meaning, Thing):
            return False
        worn = cast("tuple[Outfit, ...]", owner.meaning.said.get("outfit", ()))
        bare = tuple(OUTFITS[value].bare_armed or value for value in worn)
        bare = tuple(value for value in bare if value in SLEEVELESS.said["outfit"])
        if bare and not denied:
            owner.token = replace(owner.token, meaning=replace(owner.meaning, said={"outfit": bare}))
            act.used, self.phrases[act] = True, Topic.OUTFIT
            if "outfit" in self.said and self.said["outfit"][1] is owner:
                self.said["outfit"] = (bare, owner)
        return True

    def _go_on(self, before: Sequence[Act], act: Act) -> bool:
        """Whether a colour without a noun goes on with the ones before it: "one blue, one green"."""
        between = self.text[before[-1].token.end : act.token.start].lower()
        return _TOGETHER.fullmatch(between) is not None

    def _apply_thing(self, act: Act, thing: Thing, denied: bool) -> None:
        if self.person and thing.as_person is not None:
            thing = thing.as_person
        thing = self.counted(act, thing)
        self.phrases[act] = thing.topic
        if denied:
            self.deny(act, thing)
            return
        for field, options in thing.said.items():
            self.say(field, options, act)
            self.barred.get(field, set()).difference_update(() if isinstance(options, Span) else options)
        for choices in () if thing.undrawn else thing.worn:
            self.wear(choices, act)
        if thing.topic is Topic.CHARACTER:
            self.named = self.named or not thing.bare
            self.spoken_of = self.spoken_of or (thing.bare and "build" in thing.hinted)
            # "guy" tells less than "student".
            self.hints_of_figures = (
                {**thing.hinted, **self.hints_of_figures}
                if "build" in thing.said
                else {**self.hints_of_figures, **thing.hinted}
            )
            self.hinted_worn += thing.hinted_worn
            for build, hints in thing.for_builds.items():
                self.hints_for.setdefault(build, {}).update(hints)
        else:
            self.hints_of_words.append((act, thing))
            self.hinted_worn += thing.hinted_worn  # the hood of a costume; the nearest to what cannot be drawn
        # Hints always count, but who says more must prevail with that.
        shown = not (thing.said or thing.bare or thing.undrawn)
        act.used = act.used or (bool(thing.hinted or thing.hinted_worn) and shown)

    def _word_hints(self) -> dict[str, Options]:
        """What adjectives hint at together; one whose own saying did not prevail does not count."""
        hints: dict[str, Options] = {}
        # What is worn over clothes leaves a maid in her dress, and a buzz cut leaves a "she" a woman.
        keep = {"outfit", "build"} if self.spoken_of else {"outfit"}
        for act, thing in self.hints_of_words:
            if act.used or not thing.said:
                for field, options in thing.hinted.items():
                    hints[field] = _both(hints.get(field), options)
                    if field == "outfit" and thing.topic is not Topic.ACCESSORIES:
                        keep.discard(field)
        # A "tie" leaves a boss in a suit, though it is worn with others as well.
        return {
            field: common(self.hints_of_figures.get(field, ()), options) or options
            for field, options in hints.items()
            if field not in keep or field not in self.hints_of_figures
        }

    # -- colours

    def _apply_tints(self) -> None:
        for place, fields in TINTED_FIELDS.items():
            groups = self.tints.get(place, [])
            if not groups:
                continue
            # A colour that belongs to a noun goes before one that stands alone, and that of what is worn before others.
            if not (place is Place.HAIR and self._takes_several(place)):
                groups = [group for group in groups if group[0].owner is not None] or groups
            worn = self.said["outfit"][1] if "outfit" in self.said else None
            groups = [group for group in groups if worn is not None and group[0].owner is worn] or [
                group for group in groups if not self.is_covered(group[0].owner)
            ]
            if not groups:
                continue
            if self._takes_several(place):
                groups = [[act for group in groups for act in group]]
            for act, field in zip(groups[-1], fields, strict=False):
                if not isinstance(act.meaning, Tint):
                    raise TypeError(act.meaning)
                if field in self.said:
                    self.said[field][1].used = True  # "heterochromia, blue and green eyes"
                self.said[field] = ((act.meaning.at(place),), act)
                for other in (each for group in self.tints[place] for each in group):
                    other.used = other.used or other.meaning == act.meaning

    def _tint_below(self) -> None:
        """The colour of a hakama is that of what is worn below the waist."""
        worn = self.said["outfit"][1].token if {"outfit", "outfit_colour"} <= self.said.keys() else None
        if worn and self.typed(worn.start, worn.end).lower() in ("hakama", "袴") and "accent_colour" not in self.said:
            self.said["accent_colour"] = self.said.pop("outfit_colour")

    def _strip_animal(self) -> None:
        """No animal has freckles or a beard: they are told to be left out."""
        if Species.HUMAN not in self.said.get("species", ((Species.HUMAN,), None))[0]:
            for field in _OF_PEOPLE_ALONE:
                self.said.pop(field, None)

    def _worn_colours(self) -> tuple[str, ...]:
        """The colour of each thing that is worn, where there are several and one has a colour of its own."""
        groups = (*self.tints.get(Place.OUTFIT, []), *self.tints.get(Place.ACCESSORY, []))
        owned = {group[0].owner: group[0] for group in groups}
        colours = []
        for _, act in self.worn:
            tint = owned.get(act)
            colours.append(tint.meaning.at(Place.ACCESSORY) if tint and isinstance(tint.meaning, Tint) else "")
        # What a figure brings along keeps its own colour: a viking's pink bow makes no pink helmet.
        single = len(colours) < 2 and (Accessory.MANTLE,) not in dict(self.worn) and not self.hinted_worn
        if single or not any(colours):
            return ()
        for colour, (_, act) in zip(colours, self.worn, strict=True):
            if colour:
                owned[act].used = True
        if "accessory_colour" in self.said and self.said["accessory_colour"][1].owner in owned:
            del self.said["accessory_colour"]
        return tuple(colours)

    def _takes_several(self, place: Place) -> bool:
        """Whether the colours of several phrases are one set, as in "heterochromia, blue eyes, green eyes"."""
        if place is Place.EYES:
            owners = [group[0].owner for group in self.tints[place]]
            single = [each for each in owners if each and self.text.lower().endswith("eye", 0, each.token.end)]
            return "eye_colour_right" in self.said or len(single) == 2  # "one blue eye, one green eye"
        if place is Place.HAIR and "species" in self.said:
            return True  # "black and white cat"
        colouring = self.said.get("hair_colouring")
        return (
            place is Place.HAIR
            and colouring is not None
            and colouring[0] != (HairColouring.SOLID,)
            and Place.STREAKS not in self.tints
        )

    def _bar_colour(self, act: Act, place: Place, tint: Tint) -> None:
        field = TINTED_FIELDS[place][0]
        alike = tuple(colour for colour in _PALETTES.get(field, {}) if distance(colour, tint.at(place)) < _LIKE)
        if place is Place.HAIR and tint.name == "gray":
            alike = tuple(dict.fromkeys((*alike, *palettes.GREYS)))  # an old man who is not grey is not white either
        if alike:
            self.bar(field, alike)
            act.used = True
        if act.owner is None:
            self.unwanted.append(tint)

    def _shun_colours(self) -> None:
        """A figure's clothes are of no colour that is refused everywhere: "ghost girl, no white"."""
        worn = self.hints_of_figures.get("outfit_colour", ())
        for tint in self.unwanted:
            worn = tuple(colour for colour in worn if distance(str(colour), tint.cloth) >= _LIKE)
        if worn:
            self.hints_of_figures["outfit_colour"] = worn
        else:
            self.hints_of_figures.pop("outfit_colour", None)

    # -- what people are told

    def _understood(self) -> tuple[Understood, ...]:
        groups: dict[Act, list[Act]] = {}
        for act in self.acts:
            if act.used:
                groups.setdefault(act.owner or act, []).append(act)
        phrases: list[Understood] = []
        for head, members in groups.items():
            words = {(act.token.start, act.token.end) for act in members}
            if isinstance(head.meaning, Thing) and head.meaning.measure:
                words.add((head.token.start, head.token.end))
            topic = self.phrases.get(head) or self.phrases[members[0]]
            denied = any(act.denied for act in (*members, head))
            phrases.append(Understood(topic, self._joined(sorted(words)), denied))
        return tuple(phrase for topic in by_topic(phrases).values() for phrase in topic)

    def _joined(self, spans: list[tuple[int, int]]) -> str:
        phrase, last = "", 0
        for start, end in spans:
            between = self.typed(last, start) if phrase and start - last < _SHORT_GAP else ""
            joint = f" {between} " if between in _JOINTS else " " * (start != last and phrase != "")
            phrase += joint + self.typed(start, end)
            last = end
        return phrase


def _is_told(act: Act) -> bool:
    """Whether people hear that a word has decided nothing: not of a mere noun, unless it is refused ("no eyebrows")."""
    return not is_bare(act) or (act.denied and isinstance(act.meaning, Thing) and act.meaning.topic is Topic.FACE)


def _both(first: Options | None, second: Options) -> Options:
    """What both hints allow; where they have nothing in common, the one that says more."""
    if first is None or isinstance(first, Span) or isinstance(second, Span):
        return second
    return tuple(value for value in first if value in second) or min(second, first, key=len)
