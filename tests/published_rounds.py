"""What the tables of feedback say of one another."""

from __future__ import annotations

from published_counts import Tree
from published_lists import ListRelations
from unknowns import Count, Key


class RoundRelations(ListRelations):
    """Relations between the counts of rounds of feedback."""

    def _state_round(self, path: Key, found: Tree) -> None:
        unknowns = self.unknowns
        responses, kinds = self.count(*path, "responses"), found["respondents"]
        if kinds:
            unknowns.add_up(responses, self.counts(*path, "respondents"))
        self._state_occurring((*path, "respondents"), kinds)
        for code in found["questions"]:
            self._state_question((*path, "questions", code), responses)
        apart = found.get("by_respondent") or {}
        for kind in apart:
            for code in apart[kind]:
                whole = self.count(*path, "respondents", kind)
                self._state_question((*path, "by_respondent", kind, code), whole)
        for code in found["questions"] if apart else ():
            whole = (*path, "questions", code)
            self._state_same(whole, [(*path, "by_respondent", kind, code) for kind in kinds])

    def _state_question(self, path: Key, asked: Count | None) -> None:
        """State what the answers to a question add up to.

        All who responded were asked it, unless what is shown says otherwise.
        """
        unknowns, question = self.unknowns, self.at(*path)
        answered, blank = self.count(*path, "answered"), self.count(*path, "blank")
        unknowns.add_up(asked, [answered, blank])
        if question["kind"] == "Open":
            if isinstance(question["comments"], list):
                unknowns.at_most(len(question["comments"]), answered)
            return
        counts, other = self.counts(*path, "counts"), self.counts(*path, "other")
        unknowns.add_up(answered, [*counts, *other])
        self._state_occurring((*path, "other"), question["other"])
        self._state_order([(text, self.count(*path, "other", text)) for text in question["other"]])
        positive = question["positive"]
        if not positive:
            return
        chosen = [self.count(*path, "counts", word) for word in question["positive_answers"]]
        unknowns.add_up(self.count(*path, "positive", "count"), chosen)
        unknowns.equal(self.count(*path, "positive", "base"), answered)
        self._state_good((*path, "positive"))
