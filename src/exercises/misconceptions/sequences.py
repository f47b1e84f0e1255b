"""Mistakes with sequences and their rules."""

SEQUENCES = {
    "one-step-too-many": "One step too far. How many steps is it from a term that you know to the one that is asked?",
    "one-step-too-few": "One step is missing. Count the steps from the last known term to the one that is asked.",
    "difference-with-wrong-sign": "The size of the step fits, but it goes the other way. Do the terms grow or shrink?",
    "difference-and-first-swapped": "The first term and the step have changed places. Which of them is used again and "
    "again?",
    "forgot-the-first-term": "Only the steps are counted. From which number do they start?",
    "steps-counted-from-one": "Put $n = 1$ into it: does it give the first term?",
    "step-not-shared-out": "That is the whole gap. Over how many equal steps does it spread?",
    "gap-shared-among-terms": "The gap was shared among the terms. How many steps lie between them?",
    "multiplied-in-place-of-adding": "Here the same number is added each time. What does the step do to a term?",
    "added-in-place-of-multiplying": "The terms do not grow by the same amount. What is each one multiplied by?",
    "term-for-position": "That is a term itself. Does the question ask for a term, or for its place in the list?",
    "position-off-by-one": "Count again: after no steps you are at place $1$, not at place $0$.",
    "inverse-ratio": "The quotient is turned around. Divide a term by the one before it.",
    "ratio-with-wrong-sign": "The size fits, but look at the signs of the terms. What happens to them at each step?",
    "difference-as-ratio": "You found by how much it changes. How many times as large is each term as the one before?",
    "power-off-by-one": "Put $n = 1$ into it. Which exponent leaves the first term as it is?",
    "multiplied-before-the-power": "The first term was drawn into the power. To which number alone does the exponent "
    "belong?",
    "exponent-as-factor": "The exponent was used as a factor. What does a power say about repeated multiplication?",
    "first-term-as-ratio": "The first term and the factor have changed places. Which of them is multiplied again and "
    "again?",
    "stopped-at-the-step": "That is what is added or multiplied. How does it come together with the term before?",
    "started-from-the-rule-number": "That number is not the first term. What does the rule give for $n = 1$?",
    "checked-one-step-only": "One step fits this pattern. Does the next one fit it too?",
    "took-equal-changes-for-equal-factors": "Compare differences and quotients. Which of them stays the same?",
    "took-equal-factors-for-equal-changes": "Compare quotients and differences. Which of them stays the same?",
    "missed-the-pattern": "Look once more: differences first, then quotients of neighbours. Is one of them always the "
    "same?",
    "took-any-growth-for-geometric": "Growing faster and faster is not enough. Are all quotients of neighbours equal?",
    "took-any-pattern-for-arithmetic": "There is a pattern, but is it the same amount that is added each time?",
    "percent-added-once": "Each time a percentage of a new amount is taken. Is the change always the same?",
    "whole-percentage-in-place-of-what-is-left": "That is the part that goes away or is added. Which part of the "
    "amount is there afterwards?",
    "counted-from-the-wrong-start": "Read which amount belongs to $n = 1$. How many changes have happened by then?",
}
