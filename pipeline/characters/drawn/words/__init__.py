"""The vocabulary: what words, in English and Japanese and as danbooru tags, say about a character.

The words of parts stand in their records (``pipeline/parts``); here are those of everything else: people and figures,
colours, adjectives, what carries a sentence. Each module holds one family of fields as tables "meaning: phrases", the
phrases separated by commas; the first phrase is the one that ``describe`` writes. Phrases are written in lower case,
with spaces for hyphens and underscores; the lexicon reads singular and plural, joined and British or American spellings
by itself.
"""
