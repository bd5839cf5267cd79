"""Animals as whole characters: which prompts ask for one, what is then decided, and how one is described."""

from __future__ import annotations

import pytest

from pipeline.characters.drawn.choose import choose_spec
from pipeline.characters.drawn.describe import appearance, describe
from pipeline.characters.drawn.interpret import read_prompt
from pipeline.types import RigSpec
from pipeline.types.spec import Accessory, Coat, Outfit, Species


def spec_of(prompt: str, seed: int = 3) -> RigSpec:
    return choose_spec(read_prompt(prompt), seed)


@pytest.mark.parametrize(
    ("species", "prompts"),
    [
        (
            Species.CAT,
            "cat; a cat, not a girl; orange tabby cat; 猫; 黒猫; gato; chat gris; Katze; 고양이; 橘猫; кот",
        ),
        (Species.DOG, "a corgi; husky; 犬; 柴犬; perro; chien; Hund; 강아지; 狗; anjing; собака"),
        (Species.FOX, "fox mascot; きつね; zorro; renard; Fuchs; 여우; rubah; лиса"),
        (Species.RABBIT, "white rabbit with pink ears; うさぎ; conejo; lapin; 토끼; 兔子; kelinci"),
        (Species.BEAR, "bear chef; black and white panda; くま; oso panda; urso; Bär; 곰; 熊猫"),
        (Species.PENGUIN, "penguin in a scarf; ペンギン; pingüino; pingouin; Pinguin; 펭귄; 企鹅; пингвин"),
        (Species.DUCK, "duckling; rubber duck; アヒル; pato; canard; Ente; 오리; bebek"),
        (Species.PIG, "piglet with an umbrella; piglet chef; ぶた; cerdo; cochon; Schwein; 돼지; 猪"),
        (Species.HAMSTER, "hamster; guinea pig in a dress; ハムスター; hámster; 햄스터; хомяк"),
        (Species.MOUSE, "mouse; rat in a dress; ネズミ; ratón; souris; Maus; 쥐; tikus; 老鼠; мышка; 🐭"),
        (Species.LION, "lion; lion with a red mane; ライオン; león; leão; Löwe; 사자; singa; 狮子; лев"),
        (
            Species.RACCOON,
            "raccoon; trash panda in a tie; たぬき; mapache; guaxinim; raton laveur; 너구리; rakun; енот",
        ),
        (Species.COW, "cow; brown cow with a bell; 牛; vaca; vache; Kuh; 젖소; sapi; 奶牛; корова"),
        (Species.SHEEP, "sheep; black sheep; lamb; ひつじ; oveja; ovelha; mouton; Schaf; 아기 양; domba; 绵羊; овечка"),
        (Species.MONKEY, "monkey; chimp in a suit; 猿; macaco; singe; Affe; 원숭이; monyet; 猴子; обезьяна"),
        (
            Species.OWL,
            "owl; a sleepy barn owl in glasses; フクロウ; ミミズク; búho; lechuza; coruja; hibou; Eule; сова; "
            "부엉이; burung hantu; 猫头鹰; 🦉",
        ),
        (
            Species.HORSE,
            "horse; brown pony; white foal; 馬; 茶色い馬; ポニー; caballo; un caballito azul; cavalo; cheval; "
            "poney blanc; Pferd; лошадь; конь; 조랑말; kuda; 小马; 一匹棕色的马; "
            "🐴; zebra; シマウマ; cebra; зебра; 斑马",
        ),
        (
            Species.UNICORN,
            "unicorn; white unicorn with a pink mane; ユニコーン; unicornio; unicórnio; licorne; Einhorn; "
            "единорог; 유니콘; 独角兽; 🦄",
        ),
        (
            Species.AXOLOTL,
            "axolotl; pink axolotl in a hoodie; ウーパールーパー; ajolote; axolote; Axolotl mit Hut; "
            "аксолотль; 우파루파; aksolotl; 六角恐龙",
        ),
        (
            Species.CAPYBARA,
            "capybara; capybara with an orange; カピバラ; capibara; carpincho; capivara; cabiai; "
            "Wasserschwein; капибара; 카피바라; kapibara; 水豚",
        ),
        (
            Species.DINOSAUR,
            "dinosaur; green dino; T-Rex; t rex with sunglasses; baby dragon; 恐竜; ティラノサウルス; "
            "dinosaurio; dinossauro; dinosaure; Dinosaurier; динозавр; 공룡; dinosaurus; 恐龙; 🦖; 🦕",
        ),
        (
            Species.SHARK,
            "shark; baby shark; サメ; tiburón; tubarão; requin; Hai mit Sonnenbrille; акула; 상어; hiu; 鲨鱼; 🦈",
        ),
        (
            Species.ELEPHANT,
            "elephant; baby elephant; ゾウ; elefante; éléphant; Elefant; слон; слонёнок; 코끼리; gajah; 大象; 🐘",
        ),
        (
            Species.OTTER,
            "otter; sea otter; カワウソ; ラッコ; nutria; lontra; loutre; Fischotter; выдра; 수달; "
            "berang-berang; 水獭; 🦦",
        ),
        (
            Species.SEAL,
            "seal; baby seal in a scarf; アザラシ; foca; phoque; Robbe; тюлень; 물개; anjing laut; 海豹; 🦭",
        ),
        (
            Species.FROG,
            "frog with an umbrella, waving; frog holding umbrella; green frog; カエル; rana; grenouille; "
            "Frosch; sapo; 개구리; 青蛙; katak; лягушка",
        ),
    ],
)
def test_a_prompt_for_an_animal_gets_one(species: Species, prompts: str) -> None:
    for prompt in prompts.split("; "):
        assert spec_of(prompt).species is species, prompt


@pytest.mark.parametrize(
    "prompt",
    ["fox print dress, girl", "cow pattern shirt, boy", "man with a tattoo of a lion", "lion tamer", "mousy hair",
     "女の子、羊のぬいぐるみ", "양말 신은 소녀", "소매 긴 셔츠 여자", "raccoon girl", "lion boy",
     "sheep onesie", "cowboy",
     "cat girl", "fox ears", "bunny hoodie", "frog hat", "penguin girl", "duck hat", "pig tails",
     "wolf cut", "foxy lady", "girl, fox", "cat hoodie",
     "cat, brown hair, maid", "girl holding a black cat", "猫耳", "キツネの女の子", "not human, blue skin",
     "shark girl", "owl boy", "horse girl", "shark onesie", "dinosaur hoodie", "unicorn horn", "horse tail",
     "shark teeth", "shark tooth necklace", "unicorn hair", "dragon", "dragon girl", "baby dragon onesie", "navy seal",
     "seal of approval", "sea horse", "cowboy on a horse", "girl with an owl on her shoulder", "elephant ears",
     "pony tail", "馬の耳", "馬のしっぽ", "馬鹿な男の子", "ユニコーンの角", "小さめの目", "印象的な目の女の子",
     "disfraz de búho",
     "cauda de cavalo", "queue de cheval", "Pferdeschwanz", "Mädchen mit Pony", "конский хвост",
     "말총머리 소녀", "양말",
     "马尾", "马甲", "棕色的马尾辫", "ekor kuda", "костюм акулы", "costume d'éléphant", "恐竜の着ぐるみ"],
)  # fmt: skip
def test_people_stay_people(prompt: str) -> None:
    assert spec_of(prompt).species is Species.HUMAN


def test_a_person_with_an_animal_has_its_ears() -> None:
    assert {Accessory.FOX_EARS, Accessory.FOX_TAIL} <= set(spec_of("girl, fox").accessories)
    assert not spec_of("fox").accessories


@pytest.mark.parametrize(
    "prompt",
    ["fox print dress, girl", "cow pattern shirt, boy", "shirt with a lion logo, girl", "boy with wolf tattoo",
     "女の子、羊のぬいぐるみ"],
)  # fmt: skip
def test_a_picture_of_an_animal_gives_nobody_its_ears(prompt: str) -> None:
    assert not {
        Accessory.FOX_EARS, Accessory.BEAR_EARS, Accessory.WOLF_EARS, Accessory.HORNS
    } & set(spec_of(prompt).accessories)  # fmt: skip


def test_a_tattooed_wolf_is_a_wolf_and_has_a_tattoo() -> None:
    assert spec_of("tattooed wolf").species is Species.DOG


@pytest.mark.parametrize(
    ("prompt", "coat", "fur", "markings"),
    [
        ("black and white cat", Coat.BLAZE, "#3a3340", "#efecf4"),
        ("white and black panda", Coat.PANDA, "#efecf4", "#3a3340"),
        ("black and white panda", Coat.PANDA, "#efecf4", "#3a3340"),
        ("orange tabby cat", Coat.TABBY, "#e28a45", ""),
        ("white lion with a black mane", Coat.PLAIN, "#efecf4", "#3a3340"),
        ("black lion, white mane", Coat.PLAIN, "#3a3340", "#efecf4"),
        ("pink raccoon", Coat.BANDIT, "#f0a9c0", ""),
        ("zebra", Coat.STRIPES, "#f8f4f0", ""),
        ("pink owl", Coat.PLAIN, "#f0a9c0", ""),
        ("blue shark", Coat.PLAIN, "#5a82cc", ""),
        ("white horse with a brown mane", Coat.PLAIN, "#efecf4", "#75503c"),
        ("black horse with a white mane", Coat.PLAIN, "#3a3340", "#efecf4"),
    ],
)
def test_fur_has_the_colours_of_the_prompt(prompt: str, coat: Coat, fur: str, markings: str) -> None:
    for seed in range(4):
        spec = spec_of(prompt, seed)
        assert (spec.coat, spec.hair_colour, spec.hair_colour_2) == (coat, fur, markings)


@pytest.mark.parametrize(
    "prompt",
    ["white unicorn with pink hair", "weißes Einhorn mit rosa Mähne", "licorne blanche à la crinière rose"],
)
def test_hair_of_a_unicorn_is_its_mane(prompt: str) -> None:
    spec = spec_of(prompt)
    assert (spec.species, spec.hair_colour, spec.hair_colour_2) == (Species.UNICORN, "#efecf4", "#f0a9c0")
    assert spec_of("girl, pink hair, unicorn").species is Species.HUMAN


def test_a_dinosaur_on_a_hoodie_is_its_hood_and_a_horse_its_ears() -> None:
    assert Accessory.DINO_HOOD in spec_of("dinosaur hoodie").accessories
    assert Accessory.DOG_EARS in spec_of("horse boy").accessories
    assert not {Accessory.DOG_EARS, Accessory.HORNS} & set(spec_of("girl, unicorn").accessories)


def test_an_animal_wears_its_fur_unless_clothes_are_asked_for() -> None:
    assert spec_of("bear").outfit is Outfit.FUR
    dressed = spec_of("bear in a blue hoodie, red scarf")
    assert (dressed.outfit, dressed.accessories) == (Outfit.HOODIE, (Accessory.SCARF,))


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(
    "prompt",
    [
        "calico, smug",
        "black and white cat, red scarf",
        "frog in a suit",
        "husky",
        "panda",
        "shark, grin",
        "unicorn in a scarf",
        "white horse with a brown mane",
        "capybara",
    ],
)
def test_a_description_makes_the_same_animal_again(prompt: str, language: str) -> None:
    spec = spec_of(prompt)
    assert choose_spec(read_prompt(describe(spec, language)), spec.seed) == spec


def test_an_animal_is_told_in_a_few_words() -> None:
    assert appearance(spec_of("orange tabby cat, green eyes")) == "cat, orange fur, tabby, green eyes"
    assert appearance(spec_of("緑のカエル、シルクハット"), "ja").startswith("カエル、緑の毛並み")
