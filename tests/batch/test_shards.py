"""Cutting inputs into shards."""

from __future__ import annotations

from factx.batch.shards import shards
from factx.batch.work import Duplicate
from factx.errors import InputError
from factx.readers import Document, failure


def texts(*lengths: int) -> list[Document]:
    return [Document(f"{number} " + "x" * length, f"{number}.txt") for number, length in enumerate(lengths)]


def test_shards_hold_so_many_characters_and_inputs() -> None:
    cut = list(shards(texts(*[40] * 10), characters=100, most=100))
    assert [len(shard.inputs) for shard in cut] == [2] * 5
    assert [shard.number for shard in cut] == list(range(5))
    assert [len(shard.inputs) for shard in shards(texts(*[4] * 10), characters=1000, most=4)] == [4, 4, 2]


def test_a_long_document_is_a_shard_of_its_own() -> None:
    assert [len(shard.inputs) for shard in shards(texts(10, 500, 10, 10), characters=100)] == [1, 1, 2]


def test_nothing_gives_no_shard() -> None:
    assert list(shards([])) == []


def test_the_digest_is_of_what_records_depend_on() -> None:
    one = Document("The dam held.", "a.txt")

    def digest(item: Document) -> str:
        [shard] = shards([item])
        return shard.digest

    assert digest(one) == digest(Document("The dam held.", "a.txt"))
    others = [
        Document("The dam held!", "a.txt"),
        Document("The dam held.", "b.txt"),
        Document("The dam held.", "a.txt", title="Dam"),
        Document("The dam held.", "a.txt", published="2024-05-01"),
    ]
    assert len({digest(one), *map(digest, others)}) == 5


def test_a_text_seen_before_refers_to_the_first() -> None:
    first, again = Document("The dam held.", "a.txt"), Document("The dam held.", "b.txt")
    later = Document("The dam held.", "c.txt", published="2024-05-01")
    bad = failure("d.txt", InputError("no text"))
    empty = [Document("", "e.txt"), Document("", "f.txt")]
    [shard] = shards([first, again, later, bad, *empty])
    assert shard.inputs == (first, Duplicate(again, "a.txt"), later, bad, *empty)


def test_names_that_are_no_unicode_do_no_harm() -> None:
    names = [Document("The dam held.", "a\udcff.txt"), Document("The dam held.", "b\udcff.txt")]
    [shard] = shards(names)
    assert shard.inputs[1] == Duplicate(names[1], "a\udcff.txt")
