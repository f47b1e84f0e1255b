"""Mistakes in solving and setting up linear equations."""

EQUATIONS = {
    "wrong-inverse-for-constant": "It looks as if the constant was moved without changing its operation. What undoes "
    "adding, and what undoes subtracting?",
    "lost-sign-when-collecting": "A sign got lost while the terms with the letter were put together. Read each term "
    "together with the sign before it.",
    "lost-sign-when-dividing": "The size is right, but the sign is not. What is the sign of the number that you "
    "divide by?",
    "multiplied-first-term-only": "The number before a bracket multiplied the first term only. What should happen to "
    "the second term?",
    "minus-reached-first-term-only": "The minus sign before a bracket or a fraction changed only the first sign. "
    "Which other sign does it change?",
    "subtracted-before-multiplying": "It looks as if the subtraction was done before the multiplication. Which of the "
    "two belongs to the bracket?",
    "multiplied-by-same-fraction": "It looks as if you multiplied by the fraction once more. Which number turns it "
    "into $1$?",
    "cleared-fraction-from-one-term": "When the fraction was cleared, some terms were left as they were. Does every "
    "term get multiplied?",
    "cleared-fraction-from-one-side": "One side was multiplied to clear the fractions, but the other side stayed as "
    "it was. What keeps the two sides equal?",
    "divided-again": "You divided where the equation already divides. What undoes a division?",
    "added-letter-terms-of-both-sides": "The terms with the letter from both sides were added. What do you do to both "
    "sides so that one of them goes away?",
    "divided-upside-down": "The last division looks turned around. Which number multiplies the letter?",
    "crossed-with-own-denominator": "Each side was multiplied by its own denominator only. What must you multiply "
    "both sides by?",
    "dropped-denominators": "The denominators disappeared without anything being multiplied. How can you clear them "
    "fairly on both sides?",
    "added-denominators": "It looks as if the denominators were added. What do two fractions need before you can add "
    "them?",
    "named-the-operation-undone": "That names the operation you see in the line above, not the one that was done to "
    "both sides. What changed from line to line?",
    "mixed-distributing-with-collecting": "Both of these rewrite one side. Did a bracket disappear, or were like "
    "terms put together?",
    "mixed-one-side-with-both-sides": "Check whether both sides changed or only one side was written another way. "
    "Which kind of property fits?",
    "named-another-operation": "Both sides did change, but in another way. What was done to each side to get the next "
    "line?",
    "named-a-swap-as-operation": "Compare the two sides with those of the line above: is there anything new on them, "
    "or do they stand elsewhere?",
    "expected-exactly-one-solution": "Not every equation has exactly one solution. What is left when the terms with "
    "the letter cancel?",
    "took-false-statement-for-always-true": "The letter cancelled and left a statement about numbers. Is that "
    "statement true or false?",
    "took-true-statement-for-no-solution": "The letter cancelled, but look at the statement that is left. For which "
    "values of the letter does it hold?",
    "took-zero-for-no-solution": "Zero is a number like any other. Put it into the equation: do both sides agree?",
    "missed-different-coefficients": "Tidy both sides and compare how often each side holds the letter. What does it "
    "mean when these numbers differ?",
    "took-like-looking-sides-for-identical": "The sides look alike, but check every term after tidying. Do they agree "
    "for each value of the letter?",
    "matched-the-constants": "You compared the constants. Which part of each side must agree so that the letter "
    "cancels?",
    "took-constants-for-coefficients": "That comes from the constants. Which part of each side must agree so that the "
    "letter cancels?",
    "left-bracket-unopened": "Multiply out first: the factor before the bracket multiplies both terms in it. What do "
    "they become?",
    "cancelled-with-opposite-sign": "The size fits, but the sign does not. What must be true of the two coefficients "
    "so that they cancel?",
    "constant-with-opposite-sign": "The size fits, but the sign does not. Put your value in: do the constants agree?",
    "missed-collecting-first": "There is more than one term with the letter on a side. What is the coefficient after "
    "they are put together?",
    "missed-denominator": "The denominator divides every term above it. What is the coefficient of the letter after "
    "that?",
    "stopped-before-dividing": "You found what a multiple of the letter equals. What is the letter itself then?",
    "wrong-inverse-for-term": "A term changed sides with the same operation. What undoes adding it, and what undoes "
    "subtracting it?",
    "divided-one-term-only": "Only one term was divided. When you divide a side, what happens to its other terms?",
    "undid-in-wrong-order": "The operations were undone in another order than they lie around the letter. Which one "
    "is outermost?",
    "multiplied-instead-of-divided": "A factor was undone by multiplying again. Which operation undoes a "
    "multiplication?",
    "divided-instead-of-multiplied": "A division was undone by dividing again. Which operation undoes a division?",
    "turned-quotient-over": "The quotient stands upside down. Which of the two multiplies the letter that you want?",
    "lost-minus-of-letter": "The letter was taken away, and that minus sign got lost. What do you do with a negative "
    "letter at the end?",
    "solved-without-factoring": "The letter stands in two terms. What do you get when you take it out as a common "
    "factor?",
    "added-coefficients-across-sides": "The coefficients from both sides were joined with the wrong sign. What "
    "happens to a term when you take it from both sides?",
    "swapped-fixed-and-rate": "The fixed amount and the amount for each one have changed places. Which of them "
    "happens again and again?",
    "joined-fixed-and-rate": "The fixed amount was counted again and again as well. Which number belongs to the "
    "letter, and which stands alone?",
    "reversed-change": "The amount goes the other way. Does the story add to it or take from it?",
    "reversed-subtraction": "The subtraction is turned around. Which amount is there first, and what is taken from it?",
    "crossed-the-two-plans": "The numbers of the two sides are mixed. Which fixed amount goes with which rate?",
    "took-half-the-perimeter": "That goes only half the way round. How many sides does a rectangle have?",
    "wrote-more-as-times": "More than and times as many were mixed up. Which words in the story say add, and which "
    "say multiply?",
    "wrote-consecutive-as-multiples": "Those are multiples of the first number. By how much does each number follow "
    "the one before?",
    "left-out-a-part": "One part of the total is missing or incomplete. List everything that the total holds.",
    "multiplied-too-much": "A bracket took in a term that stands outside it in the story. What exactly is multiplied?",
    "aged-one-person-only": "Only one of the two got older or younger. What happens to the other one in the same "
    "years?",
    "reversed-comparison": "The comparison is turned around. Which of the two is the larger one?",
    "gave-the-other-quantity": "That is the other quantity in the story. Read the last sentence again: what is asked "
    "for?",
    "answered-for-another-time": "The ages fit, but for another time. For which year does the question ask?",
    "added-speeds-same-direction": "Both move in the same direction. How fast does the distance between them change?",
    "subtracted-speeds-opposite": "They do not move in the same direction. How fast does the distance between them "
    "change?",
    "used-one-speed-only": "Only one of the two speeds was used. What does the other one do in the same time?",
    "averaged-for-together": "You took the average of the two speeds. How far do both get together in one hour?",
    "averaged-the-speeds": "The plain average of two speeds works only for equal times. Is more time spent at one of "
    "them?",
    "assumed-equal-amounts": "That would be equal amounts of both. Is the mixture halfway between the two?",
    "forgot-the-total-changes": "Something is added, so the whole gets larger too. How large is the whole mixture "
    "afterwards?",
    "divided-total-by-one-price": "The total was divided as if all were of one kind. How can both kinds appear in the "
    "equation?",
    "wrong-step-between-numbers": "The numbers do follow each other, but by another step. How far apart are two "
    "neighbours of this kind?",
}
