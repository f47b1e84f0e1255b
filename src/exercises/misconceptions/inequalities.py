"""Mistakes with inequalities in one letter: solving, graphing, and, or, stories."""

INEQUALITIES = {
    "kept-direction": "You multiplied or divided by a negative number and left the sign pointing the same way. "
    "What does that do to the order of two numbers: try it with $2 < 5$?",
    "turned-without-reason": "You turned the inequality sign round. Did you multiply or divide by a negative "
    "number anywhere, or only add and subtract?",
    "undid-with-same-sign": "A number moved to the other side without its operation being undone. "
    "Which step takes it away from the side of the letter?",
    "bracket-first-term-only": "Only the first term in the bracket was multiplied. What happens to the second term?",
    "gathered-with-same-sign": "The two letter terms were put together with the wrong sign. "
    "What do you do to both sides so that the letter is left on one side only?",
    "fraction-not-undone-everywhere": "Multiplying by the denominator must reach every term on both sides. "
    "Which term was left as it was?",
    "boundary-switched": "The direction is fine; look at the boundary number itself. Does it make the statement true?",
    "circle-switched": "Look at the circle once more: a closed one takes its number in, an open one leaves it out. "
    "Does the sign say “or equal to”?",
    "one-circle-switched": "One of the two circles is not as the inequality says. Check each boundary on its own.",
    "shaded-other-way": "Pick a number from the shaded part and put it into the inequality. Is the statement true?",
    "boundary-sign": "The circle stands on the wrong side of zero. Where does the letter equal the boundary?",
    "and-taken-as-or": "“And” asks for both statements at once. Does each number in your answer make both true?",
    "or-taken-as-and": "“Or” asks for at least one of the statements. Which numbers make just one of them true?",
    "one-part-only": "Only one of the two statements is in your answer. What does the other one add or take away?",
    "middle-and-one-end": "What you do to the middle must be done to both ends. Which end was left as it was?",
    "none-for-all": "The letter drops out and a true statement is left. For how many numbers is it true?",
    "all-for-none": "The letter drops out and a false statement is left. For how many numbers is it true?",
    "letter-dropped-number-kept": "The letter drops out on both sides. "
    "Is what is left a condition on the letter, or simply true or false?",
    "letter-still-there": "In this one the letter does not drop out. Try a large positive and a large negative number.",
    "limits-overlap": "Mark both statements on one number line. Where do they hold together, and where does neither?",
    "at-least-for-at-most": "The sign points the other way in the story. "
    "Does “at least” or “at most” allow more, or less, than the limit?",
    "start-left-out": "The amount that is there at the start is missing from your inequality. "
    "What holds before anything is counted?",
    "start-undone-wrongly": "The starting amount was put on the wrong side of the sum. "
    "Should it make the room up to the limit larger or smaller?",
    "rounded-past-the-limit": "This whole number is just past the limit. Put it into the story: does it still fit?",
    "not-the-last-that-fits": "This number fits the story. Does the number before it or after it fit as well?",
    "next-whole-number": "That is the next whole number. Does a number between it and the boundary fit as well?",
    "lower-rate-left-out": "The cheaper rate is missing from your inequality. "
    "What does each price grow by, every time?",
    "rates-added": "The two rates were added. What is the difference between the two prices made of?",
    "not-a-whole-number": "One of the numbers you ticked cannot be counted out. "
    "Can there be a part of one of these things?",
    "wrong-side-of-zero": "One of the numbers you ticked is on the other side of zero. "
    "Mark the limits on a number line: does it lie between them?",
    "below-zero": "One of the numbers you ticked is below zero. What would that mean in the story?",
    "past-the-limit": "One of the numbers you ticked is too high for the story. Put it in and see.",
    "short-of-the-limit": "One of the numbers you ticked is too low for the story. Put it in and see.",
}
