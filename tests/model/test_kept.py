"""What is kept from one sentence to the next: by the thread that asked, until it is told to forget."""

from threading import Thread

from components.model.kept import forget_kept, kept_in_thread


def test_an_answer_is_kept_by_its_own_thread_until_it_is_forgotten() -> None:
    asked: list[str] = []

    @kept_in_thread(2)
    def shout(word: str) -> str:
        asked.append(word)
        return word.upper()

    assert [shout("no"), shout("no"), shout("yes")] == ["NO", "NO", "YES"]
    assert asked == ["no", "yes"]

    another = Thread(target=shout, args=("no",))
    another.start()
    another.join()
    assert asked == ["no", "yes", "no"]

    forget_kept()
    assert shout("yes") == "YES"
    assert asked == ["no", "yes", "no", "yes"]


def test_no_more_answers_are_kept_than_was_said() -> None:
    asked: list[int] = []

    @kept_in_thread(2)
    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    for number in (1, 2, 3, 3, 1):
        double(number)

    assert asked == [1, 2, 3, 1]
