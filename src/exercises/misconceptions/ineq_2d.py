"""Mistakes with inequalities in two variables."""

INEQ_2D = {
    "half-plane-edge": "For something that you ticked both sides are equal. Does the sign allow that?",
    "half-plane-not-tried": "Put the numbers in once more: something that you ticked comes out false.",
    "half-plane-swapped": "Something that you ticked is true only with $x$ and $y$ exchanged. "
    "Which number of a pair comes first?",
    "half-plane-other-side": "Take a point of the side you chose and put it in: is the inequality true there?",
    "half-plane-edge-style": "Look at the edge once more: do its own points make the inequality true?",
    "half-plane-edge-sign": "Look at the edge once more: does a line like this take its own points in?",
    "half-plane-both": "Check two things: which side is it, and does the edge belong to it?",
    "region-first-only": "Something that you ticked fits the first inequality only. Does it fit the second one?",
    "region-second-only": "Something that you ticked fits the second inequality only. Does it fit the first one?",
    "region-neither": "Something that you ticked fits none of the two inequalities. Put the numbers in once more.",
    "region-other-side": "One of the two shadings lies on the wrong side. Put a point of each into its inequality.",
    "region-both-turned": "Both shadings lie on the other side. Put a point of the part they share into both.",
    "limit-itself-left-out": "Is the limit itself still allowed? Look at the words “at most” or “at least”.",
    "limits-exchanged": "The two limits have changed places. Which of them goes with which sum?",
    "limit-not-checked": "Work out both sums for this plan. Does each of them keep to its limit?",
    "limit-kept-after-all": "One of the limits was judged wrongly. Work out its sum once more.",
}
