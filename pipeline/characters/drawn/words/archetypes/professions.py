"""Still more people by what they do for a living: crafts, offices, uniforms, law and its breakers."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pipeline.characters.drawn.words.archetypes.figure import (
    BRIGHT,
    COOL,
    DARK,
    GOLD,
    RED,
    SMILES,
    WHITE,
    WICKED,
    boy,
    girl,
    job,
)
from pipeline.characters.drawn.words.model import Table
from pipeline.types.spec import Accessory, Age, Build, FacialHair, Lower, Motif, Outfit, Physique

_GROWN: Final = (Age.ADULT,)
_NAVY: Final = ("#2c3a68", "#33456e")
_KHAKI: Final = ("#b8a070", "#8a7a58", "#7a7350")
_SCRUBS: Final = ("#7fb5b8", "#5a82b0", "#8fbfa0")

CRAFTS: Final[Table] = {
    "plumber": job(Accessory.CAP, outfit=(Outfit.OVERALLS,), age=_GROWN),
    "roofer, bricklayer, mason, stonemason, crane operator, factory worker, oil worker, dock worker, dockworker, "
    "demolition worker, road worker, foreman, steelworker, ironworker": job(
        Accessory.HELMET, outfit=(Outfit.OVERALLS, Outfit.FLANNEL), accessory_colour=("#f2c93f",), age=_GROWN
    ),
    "locksmith, garbage man, garbage collector, trash collector, street sweeper, window cleaner, custodian, janitor, "
    "house painter, exterminator, ghostbuster, pest control, auto mechanic, factory girl": job(
        Accessory.CAP, outfit=(Outfit.OVERALLS, Outfit.JACKET), age=_GROWN
    ),
    "chimney sweep, gravedigger, coalman, paperboy, newsboy, street urchin, urchin": job(
        Accessory.FLAT_CAP, outfit=(Outfit.VEST, Outfit.SHIRT), outfit_colour=DARK
    ),
    "welder, glassblower": job(
        Accessory.GOGGLES, Accessory.APRON, outfit=(Outfit.SHIRT, Outfit.T_SHIRT), accessory_colour=("#7a5341",),
        age=_GROWN,
    ),
    "barber, hairdresser, hair stylist, stylist, makeup artist, nail tech, nail artist, beautician, masseuse, "
    "masseur, dog groomer, groomer, shop assistant, sales clerk, cashier, shop girl, grocery clerk, "
    "supermarket clerk, store clerk, fishmonger, lunch lady, dinner lady, cafeteria lady, cobbler, shoemaker, "
    "potter, ceramicist, sculptor, jeweler, jeweller, clockmaker, watchmaker, toymaker, woodworker, candlemaker, "
    "brewer, cheesemaker, apothecary, herbalist, potion maker, potion seller, innkeeper, tavern keeper, barmaid, "
    "tavern wench, bookseller, market vendor, street vendor, hot dog vendor, ice cream vendor, ice cream man, "
    "chocolatier, candy maker, kindergarten teacher, preschool teacher, nursery teacher, daycare worker, "
    "childminder, nanny, fast food worker, pizza maker, pizzaiolo": job(
        Accessory.APRON, outfit=(Outfit.SHIRT, Outfit.T_SHIRT, Outfit.TURTLENECK), age=_GROWN, expression=BRIGHT
    ),
    "tailor, seamstress, dressmaker, fashion designer, architect, milliner": job(
        outfit=(Outfit.VEST, Outfit.SHIRT), age=_GROWN, expression=SMILES
    ),
    "tattooist, tattoo artist": job(Accessory.TATTOO, outfit=(Outfit.T_SHIRT, Outfit.TANK_TOP), outfit_colour=DARK),
    "milkmaid, dairymaid": girl(
        Accessory.APRON, Accessory.BANDANA, outfit=(Outfit.SHIRT, Outfit.DRESS), expression=BRIGHT
    ),
    "rancher, ranch hand, cowhand, cowpoke, cattleman, horse wrangler": job(
        Accessory.COWBOY_HAT, outfit=(Outfit.FLANNEL, Outfit.VEST), outfit_colour=("#8a6a4a", "#b5524a"), age=_GROWN
    ),
    "forester, game keeper, gamekeeper, stable boy, stable hand": job(outfit=(Outfit.FLANNEL, Outfit.VEST)),
    "lighthouse keeper, whaler, crab fisherman": job(
        Accessory.BEANIE, outfit=(Outfit.COAT, Outfit.TURTLENECK), age=_GROWN, build=(Build.MALE,)
    ),
}  # fmt: skip

OFFICES: Final[Table] = {
    "realtor, real estate agent, stockbroker, economist, notary, barrister, attorney, prosecutor, ambassador, "
    "salesman, saleswoman, salesperson, car salesman, personal assistant, office clerk, talk show host, radio host, "
    "game show host, tv presenter, weatherman, weather girl, fbi agent, cia agent, undertaker, mortician, "
    "funeral director, concierge, receptionist, insurance agent, consultant, entrepreneur, businessperson, "
    "congressman, congresswoman, governor, auctioneer, poker player, card dealer, executive, headmaster, "
    "headmistress, principal, school principal, dean, tech ceo, billionaire, millionaire, tycoon, prosecuting "
    "attorney, politician's wife, first lady, movie producer, talent agent, ventriloquist, womanizer": job(
        outfit=(Outfit.SUIT,), age=_GROWN, outfit_colour=("#33323c", "#3a4a78", "#55585f")
    ),
    "office girl, desk clerk, intern, office intern, trainee, temp worker, call center agent, call center worker, "
    "it guy, tech support, coder, software engineer, software developer, web developer, game developer, "
    "game designer, data scientist, sysadmin, podcaster, novelist, poet, playwright, translator, interpreter, "
    "tour guide, social worker, babysitter, au pair, historian, archivist, museum curator, curator, art critic, "
    "chess player, comedian, stand up comedian, stand up comic, voice actor, voice actress, math teacher, "
    "chemistry teacher, chem teacher, physics teacher, biology teacher, geography teacher, "
    "english teacher, history teacher, music teacher, science teacher, substitute teacher, high school teacher, "
    "school teacher, teaching assistant, phd student, grad student, postdoc, linguist, philosopher": job(
        outfit=(Outfit.SHIRT, Outfit.TURTLENECK, Outfit.BLAZER), age=_GROWN, expression=SMILES
    ),
    "chauffeur, limo driver": job(Accessory.CAP, outfit=(Outfit.SUIT,), outfit_colour=DARK[:1], age=_GROWN),
    "bellhop, bellboy, bell boy, usher, doorman, lift boy, elevator girl": job(
        Accessory.KUFI, outfit=(Outfit.JACKET,), outfit_colour=RED, accent_colour=GOLD, accessory_colour=RED,
        expression=BRIGHT,
    ),
    "forensic scientist, lab tech, lab technician, lab assistant, coroner, medical examiner, pediatrician, "
    "neurosurgeon, optician, optometrist, psychiatrist, cardiologist, dermatologist, botanist, geologist, "
    "entomologist, zoologist, marine biologist, virologist, astronomer, astrophysicist, rocket scientist, "
    "mathematician": job(outfit=(Outfit.LAB_COAT,), age=_GROWN, expression=SMILES),
    "midwife, vet tech, veterinary nurse, dental hygienist, dental assistant, caregiver, carer, orderly, "
    "nurse practitioner, physiotherapist, school nurse": job(
        outfit=(Outfit.T_SHIRT,), motif=(Motif.NONE,), lower=(Lower.MATCHING,), outfit_colour=_SCRUBS, age=_GROWN,
        expression=SMILES,
    ),
    "med student, medical student, nursing student": job(
        Accessory.STETHOSCOPE, outfit=(Outfit.LAB_COAT, Outfit.T_SHIRT), age=_GROWN
    ),
    "emt, ambulance driver, first responder, rescue worker, search and rescue": job(
        outfit=(Outfit.JACKET,), outfit_colour=("#2c3a68", "#d8542f"), accent_colour=("#d8e04a",), age=_GROWN
    ),
    "archaeologist, archeologist, tomb raider, treasure hunter, paleontologist, indiana jones, jungle explorer, "
    "safari guide, adventure archaeologist": job(
        (Accessory.FEDORA, Accessory.COWBOY_HAT), outfit=(Outfit.SHIRT, Outfit.JACKET), outfit_colour=_KHAKI
    ),
    "park ranger, forest ranger": job(
        (Accessory.FEDORA, Accessory.COWBOY_HAT), outfit=(Outfit.SHIRT,), outfit_colour=_KHAKI, age=_GROWN
    ),
    "sherpa, polar explorer, arctic explorer": job(Accessory.BEANIE, Accessory.BACKPACK, outfit=(Outfit.JACKET,)),
    "photographer, wedding photographer, fashion photographer, film director, movie director, cameraman, "
    "camera man, paparazzi, videographer, war correspondent, "
    "photojournalist, カメラマン, 写真家, "
    "フォトグラファー": job(
        (Accessory.CAP, Accessory.FLAT_CAP), outfit=(Outfit.VEST, Outfit.JACKET), age=_GROWN),
    "inspector, private eye, private investigator, paranormal investigator, police detective, noir detective": job(
        Accessory.FEDORA, outfit=(Outfit.COAT,), outfit_colour=("#c8a878", "#8a7a68", "#33323c"), age=_GROWN,
        expression=COOL,
    ),
}  # fmt: skip

_OFFICER: Final = job(outfit=(Outfit.JACKET,), outfit_colour=_NAVY, accent_colour=GOLD, age=_GROWN, expression=COOL)
UNIFORMS: Final[Table] = {
    "cop, police officer, traffic cop, beat cop, mall cop, prison guard, warden, security, security guard, "
    "customs officer, "
    "border guard, coast guard, navy officer, admiral, commodore, naval officer, train conductor, "
    "train driver, airline pilot, airline captain, lieutenant commander": replace(
        _OFFICER, hinted_worn=((Accessory.CAP,),)
    ),
    "sheriff, deputy, marshal, texas ranger, us marshal": job(
        Accessory.COWBOY_HAT, outfit=(Outfit.VEST, Outfit.SHIRT), outfit_colour=_KHAKI, age=_GROWN, expression=COOL
    ),
    "swat, swat officer, riot police, special forces, navy seal, commando, combat medic, army medic, field medic, "
    "war veteran, infantryman, trooper, stormtrooper, marine, us marine, army ranger, paratrooper": job(
        outfit=(Outfit.JACKET,), outfit_colour=("#3d4a3f", "#33323c", "#5c6644"), age=_GROWN, expression=COOL
    ),
    "colonel, sergeant, lieutenant, major, army general, cadet, officer cadet, warlord, army officer": job(
        outfit=(Outfit.JACKET,), outfit_colour=("#3d4a3f", "#5c6644", "#2c3a68"), accent_colour=GOLD, expression=COOL
    ),
    "drill sergeant, drill instructor": job(
        Accessory.COWBOY_HAT, outfit=(Outfit.JACKET,), outfit_colour=("#5c6644",), age=_GROWN, expression=COOL[:1]
    ),
    "postman, mailman, mail carrier, mail lady, postwoman, postal worker, delivery boy, delivery driver, "
    "pizza delivery boy, pizza delivery guy, pizza guy, pizza boy, uber driver, cab driver, cabbie, "
    "newspaper boy": job(
        Accessory.CAP, outfit=(Outfit.JACKET, Outfit.SHIRT), outfit_colour=("#3c5fb0", "#b3263f"), expression=BRIGHT
    ),
    "royal guard, palace guard, queen's guard, beefeater, toy soldier, nutcracker": job(
        outfit=(Outfit.JACKET,), outfit_colour=("#c2303f",), accent_colour=GOLD, expression=COOL
    ),
    "guard, town guard, city guard, castle guard, legionnaire, legionary, hoplite, spearman, pikeman, man at arms": job(
        Accessory.HELMET, Accessory.SPEAR, outfit=(Outfit.ARMOUR,), expression=COOL
    ),
    "squire, page boy, herald, footman": job(outfit=(Outfit.VEST, Outfit.SHIRT), outfit_colour=("#7a5341", "#3a4a8a")),
    "crossing guard, lollipop lady": job(Accessory.CAP, outfit=(Outfit.VEST,), outfit_colour=("#d8e04a", "#f0a030")),
}

OUTLAWS: Final[Table] = {
    "bandit, outlaw, highwayman, brigand, desperado, train robber, cattle rustler, bank robber, raider, "
    "wasteland raider": job(
        Accessory.BANDANA, Accessory.DOMINO_MASK, outfit=(Outfit.VEST, Outfit.JACKET), outfit_colour=DARK,
        expression=WICKED,
    ),
    "burglar, robber, cat burglar, house burglar": job(
        Accessory.DOMINO_MASK, Accessory.BEANIE, outfit=(Outfit.T_SHIRT,), motif=(Motif.STRIPES,),
        outfit_colour=("#f4f4f8",), accent_colour=("#33323c",), accessory_colour=("#33323c",), expression=WICKED,
    ),
    "pickpocket, smuggler, con man, conman, con artist, swindler, street rat": job(
        (Accessory.FLAT_CAP, Accessory.SCARF), outfit=(Outfit.VEST, Outfit.JACKET), expression=WICKED
    ),
    "pimp, drug lord, drug dealer, cartel boss, crime lord": boy(
        Accessory.SUNGLASSES, Accessory.NECKLACE, outfit=(Outfit.SUIT, Outfit.SHIRT), age=_GROWN, expression=WICKED
    ),
    "mob wife, gold digger, trophy wife, heiress in furs, femme fatale": girl(
        Accessory.EARRINGS, Accessory.LIPSTICK, outfit=(Outfit.DRESS, Outfit.COAT), age=_GROWN, expression=WICKED
    ),
    "executioner, hangman, torturer": boy(
        Accessory.HOOD, Accessory.AXE, outfit=(Outfit.CAPE, Outfit.VEST), outfit_colour=DARK[:1],
        accessory_colour=("#33323c",), physique=(Physique.MUSCULAR,), age=_GROWN, expression=COOL,
    ),
    "privateer, first mate, quartermaster, cabin boy, deck boy": job(
        Accessory.BANDANA, outfit=(Outfit.VEST, Outfit.SHIRT), outfit_colour=("#6b3145", "#7a5341")
    ),
}  # fmt: skip

BELIEFS: Final[Table] = {
    "rabbi": replace(
        boy(Accessory.KUFI, outfit=(Outfit.SUIT, Outfit.COAT), outfit_colour=DARK[:1], age=_GROWN,
            accessory_colour=("#33323c",)),
        for_builds={Build.MALE: {"facial_hair": (FacialHair.LONG_BEARD, FacialHair.FULL_BEARD)}}, person=True,
    ),
    "sheikh, sheik, emir, arab prince, desert prince": replace(
        boy(Accessory.TURBAN, outfit=(Outfit.CAPE,), outfit_colour=WHITE, accessory_colour=("#f4f4f8",), age=_GROWN),
        person=True,
    ),
    "imam, mullah, muezzin": replace(
        boy(Accessory.KUFI, outfit=(Outfit.CAPE, Outfit.SHIRT), outfit_colour=WHITE, age=_GROWN,
            accessory_colour=("#f4f4f8",)),
        for_builds={Build.MALE: {"facial_hair": (FacialHair.FULL_BEARD,)}}, person=True,
    ),
    "cardinal priest, catholic cardinal, archbishop": boy(
        Accessory.KUFI, outfit=(Outfit.CAPE,), outfit_colour=("#b3263f",), accessory_colour=("#b3263f",), age=_GROWN
    ),
    "preacher, missionary, televangelist, mormon, deacon, chaplain": boy(
        Accessory.NECKTIE, outfit=(Outfit.SUIT, Outfit.SHIRT), age=_GROWN, expression=BRIGHT
    ),
    "choir boy, choir girl, altar boy, choir singer, gospel singer, acolyte": job(
        outfit=(Outfit.CAPE,), outfit_colour=("#f4f4f8", "#b3263f"), expression=SMILES
    ),
    "cult leader, cultist, dark priest, druid cultist": job(
        Accessory.HOOD, outfit=(Outfit.CAPE,), outfit_colour=DARK, expression=COOL
    ),
    "scribe, scholar monk": job(Accessory.BOOK, outfit=(Outfit.CAPE, Outfit.VEST), outfit_colour=("#7a5341",)),
}  # fmt: skip
