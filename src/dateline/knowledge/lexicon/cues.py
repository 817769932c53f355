"""Words by which speech is reported, hedged, negated or made conditional (``cues.toml``)."""

from __future__ import annotations

from typing import Any

from dateline.errors import KnowledgeError
from dateline.knowledge.inflection import Inflection
from dateline.records import Record
from dateline.tree import Tree


class Cues(Record):
    """Inflected forms of cue words; phrases are tuples of words."""

    asserting: frozenset[str]
    denying: frozenset[str]
    brushing: dict[str, frozenset[str]]  # verbs that deny with one of these particles
    doubting: frozenset[str]
    wanting: frozenset[str]
    quoting: frozenset[str]
    as_clause: frozenset[str]
    seeing: frozenset[str]
    declining: frozenset[str]
    blaming: dict[str, str]
    laying: frozenset[str]
    imitating: dict[str, frozenset[str]]
    steps: frozenset[str]
    answering: frozenset[str]
    drawing: frozenset[str]
    complaining: frozenset[str]
    telling: frozenset[str]
    issuing: frozenset[str]
    judging: frozenset[str]
    confirming: frozenset[str]
    believing: frozenset[str]
    reactions: frozenset[str]
    peace: frozenset[str]
    complaints: frozenset[str]
    asserting_nouns: frozenset[str]
    denying_nouns: frozenset[str]
    refused: frozenset[str]
    guilt: frozenset[str]
    guilty: frozenset[str]
    doing: frozenset[str]
    having: frozenset[str]
    false: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    hedge_adverbs: frozenset[str]
    hedge_adjectives: frozenset[str]
    hedge_verbs: frozenset[str]
    unnamed_sources: frozenset[str]
    nameless: frozenset[str]
    documents: frozenset[str]
    pictures: frozenset[str]
    rites: frozenset[str]
    amounts: frozenset[str]
    negators: frozenset[str]
    negative_verbs: frozenset[str]
    hypothetical: frozenset[str]
    obliging: frozenset[str]
    future: frozenset[str]
    possible_adverbs: frozenset[str]
    conditions: frozenset[str]
    planning: frozenset[str]
    demanding: frozenset[str]
    telling_that: frozenset[str]
    possible: frozenset[str]
    thought_of: frozenset[str]
    ruling: frozenset[str]
    ranking: frozenset[str]
    deciding: frozenset[str]
    jailing: frozenset[str]
    attacking: frozenset[str]
    claiming: frozenset[str]
    media: frozenset[str]
    speaking: frozenset[str]  # every verb that can make its subject a source

    def is_negated(self, tree: Tree, word: int, *relations: str) -> bool:
        """Whether a word that hangs on another, in one of ``relations`` if any is given, negates
        it."""
        return any(tree.words[child] in self.negators for child in tree.children(word, *relations))


def compile_cues(table: dict[str, Any], inflection: Inflection) -> Cues:
    """Build the cue tables from the parsed ``cues.toml``."""

    def verbs(words: list[str]) -> frozenset[str]:
        if several := [word for word in words if " " in word]:
            raise KnowledgeError(f"cues.toml: {several[0]!r} is more than one word.")
        return frozenset(form for word in words for form in inflection.verb(word))

    def nouns(words: list[str]) -> frozenset[str]:
        return frozenset(form for word in words for form in inflection.noun(word))

    def phrases(lines: list[str]) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(line.split()) for line in lines)

    verb, noun, modality = table["verbs"], table["nouns"], table["modality"]
    blaming = {
        form: preposition
        for lemma, preposition in verb["blaming"].items()
        for form in inflection.verb(lemma)
    }
    imitating = {
        form: frozenset(words)
        for lemma, words in verb["imitating"].items()
        for form in inflection.verb(lemma)
    }
    speaking = ("asserting", "denying", "doubting", "wanting", "quoting")
    return Cues(
        speaking=frozenset(form for kind in speaking for form in verbs(verb[kind])),
        asserting=verbs(verb["asserting"]),
        denying=verbs(verb["denying"]),
        brushing={
            form: frozenset(particles)
            for lemma, particles in verb["brushing"].items()
            for form in inflection.verb(lemma)
        },
        doubting=verbs(verb["doubting"]),
        wanting=verbs(verb["wanting"]),
        quoting=verbs(verb["quoting"]),
        as_clause=verbs(verb["as_clause"]),
        seeing=verbs(verb["seeing"]),
        declining=verbs(verb["declining"]),
        blaming=blaming,
        imitating=imitating,
        steps=nouns(verb["steps"]),
        laying=verbs(verb["laying"]),
        answering=verbs(verb["answering"]),
        drawing=verbs(verb["drawing"]),
        complaining=verbs(verb["complaining"]),
        issuing=verbs(verb["issuing"]),
        judging=verbs(verb["judging"]),
        telling=verbs(verb["telling"]),
        confirming=verbs(verb["confirming"]),
        believing=verbs(verb["believing"]),
        reactions=nouns(noun["reactions"]),
        peace=nouns(noun["peace"]),
        complaints=nouns(noun["complaints"]),
        asserting_nouns=nouns(noun["asserting"]),
        denying_nouns=nouns(noun["denying"]),
        refused=nouns(noun["refused"]),
        guilt=nouns(table["guilt"]["nouns"]),
        guilty=frozenset(table["guilt"]["predicates"]),
        doing=verbs(table["guilt"]["verbs"]),
        having=verbs(table["guilt"]["having"]),
        false=frozenset(table["guilt"]["false"]),
        according=phrases(table["according"]["prefixes"]),
        hedge_adverbs=frozenset(table["hedges"]["adverbs"]),
        hedge_adjectives=frozenset(table["hedges"]["adjectives"]),
        hedge_verbs=verbs(table["hedges"]["passive_verbs"]),
        unnamed_sources=frozenset(table["hedges"]["unnamed_sources"]),
        nameless=nouns(noun["nameless"]),
        documents=nouns(noun["documents"]),
        pictures=nouns(noun["pictures"]),
        rites=nouns(noun["rites"]),
        amounts=nouns(noun["amounts"]) | frozenset(noun["some"]),
        negators=frozenset(table["negation"]["words"]),
        negative_verbs=verbs(table["negation"]["verbs"]),
        hypothetical=frozenset(modality["hypothetical"]),
        obliging=frozenset(modality["obliging"]),
        future=frozenset(modality["future"]),
        possible_adverbs=frozenset(modality["adverbs"]),
        conditions=frozenset(modality["conditions"]),
        planning=verbs(modality["planning"]) | frozenset(modality["planning"]),
        demanding=verbs(modality["demanding"]) | nouns(modality["demanding"]),
        telling_that=verbs(modality["telling"]),
        possible=frozenset(modality["possible"]),
        thought_of=nouns(modality["thought_of"]),
        ruling=verbs(modality["ruling"]) | nouns(modality["ruling"]),
        ranking=frozenset(modality["ranking"]),
        deciding=verbs(modality["deciding"]),
        jailing=verbs(verb["jailing"]),
        attacking=verbs(verb["attacking"]),
        claiming=verbs(verb["claiming"]),
        media=frozenset(table["media"]["words"]),
    )
