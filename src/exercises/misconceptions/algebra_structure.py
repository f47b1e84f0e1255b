"""Mistakes in reading, evaluating and rewriting expressions."""

ALGEBRA_STRUCTURE = {
    "added-the-coefficient": (
        "A number written next to a letter was added to it. What does $3x$ ask you to do with 3 and $x$?"
    ),
    "minus-kept-in-square": (
        "A negative number was squared and stayed negative. What is a negative number times itself?"
    ),
    "minus-times-minus-stays-minus": ("A product of two negative numbers came out negative. Look at its sign again."),
    "square-read-as-double": "A square was read as doubling. What does the small raised 2 tell you to do?",
    "square-forgotten": "A square was left out. Which letter carries a small raised 2?",
    "subtracted-before-squaring": ("Subtracting came before squaring. Which of the two does the formula do first?"),
    "front-factor-forgotten": "The number in front of the bracket was not used. What multiplies the bracket?",
    "forgot-to-divide": "The division at the end is missing. What stands under the bar?",
    "left-to-right": "The steps were done from left to right. Which operation comes first, even if it stands later?",
    "fraction-bar-over-last-only": ("Only the last term was divided. What does the long fraction bar stretch over?"),
    "coefficient-read-as-whole-term": (
        "A single rate is not the whole amount. What is it multiplied by before it becomes a total?"
    ),
    "whole-term-read-as-coefficient": (
        "A product stands for everything together. What would one of its factors alone stand for?"
    ),
    "constant-read-as-rate": (
        "This part does not change when the letter changes. Which amount in the story stays the same?"
    ),
    "rate-read-as-constant": (
        "This part is counted again and again as the letter grows. Which amount in the story repeats?"
    ),
    "variable-read-as-amount": (
        "A letter here counts something. What does the story say it counts, and what would be an amount?"
    ),
    "amount-read-as-variable": (
        "The story says which letter is the count. Is this part that letter, or a number beside it?"
    ),
    "factor-read-as-product": (
        "One factor is not the product. What do the two factors together stand for, and what each alone?"
    ),
    "bracket-read-as-letter": (
        "The bracket is more than its letter. What does the adding or taking away inside it do to the count?"
    ),
    "groups-mixed-up": "Two groups were mixed up. Which letter counts which group in the story?",
    "swapped-letter-not-object": (
        "Only the letter was swapped. Which whole piece of the expression does the new letter stand for?"
    ),
    "power-lost": "A power got lost on the way. What happens to the exponent of a piece that is replaced?",
    "factor-lost-in-object": ("The pieces are not alike yet. By what is the new letter multiplied in each term?"),
    "object-value-for-letter": ("The given value was put in for one letter. Which whole piece has that value?"),
    "forgot-to-multiply-object": (
        "The value of the piece was put in without the number in front. What multiplies the piece?"
    ),
    "forgot-to-add-rest": "Part of the expression was left out. What still stands beside the piece?",
    "sign-of-subtracted-square": (
        "Something that is never negative is taken away here. Can the result pass the number it is taken from?"
    ),
    "sign-of-added-square": (
        "Something that is never negative is added here. Can the result fall below the number it is added to?"
    ),
    "square-fixed-at-one": (
        "The squared piece does not have to be 1. Which values can a square have, and which is the extreme one?"
    ),
    "square-has-no-bound": ("A square cannot take every value. What is the one kind of number that a square never is?"),
    "root-of-square-as-value": ("That number makes the bracket zero. What is the value of the whole expression there?"),
    "scaled-the-inner-piece": (
        "The change was carried into the power as well. Does the power belong to the letter that changed?"
    ),
    "scale-read-as-added": (
        "Multiplying was read as adding. What happens to a product when one of its factors is multiplied?"
    ),
    "scale-has-no-effect": ("The letter that changed is a factor of the product. What does that do to the product?"),
    "distributed-to-first-only": (
        "Only the first term in a bracket was multiplied. What happens to the other term in it?"
    ),
    "sign-not-distributed": ("A minus before a bracket reached only its first term. What does it do to the others?"),
    "sign-of-term-changed": "One term has the other sign. Multiply out: which sign does each term get?",
    "product-taken-for-square": (
        "The two brackets differ in a sign, so their product is no square. What do the middle terms come to?"
    ),
    "combined-unlike-terms": (
        "Terms that are not alike were put together. Which terms have exactly the same letters and powers?"
    ),
    "sign-of-first-term-lost": ("The minus before the bracket missed the first term. Which terms does it belong to?"),
    "turned-the-difference": "The two sides of a subtraction changed places. Does $5 - 2$ equal $2 - 5$?",
    "squared-each-term": (
        "A sum was squared term by term. What do you get when you write the bracket twice and multiply?"
    ),
    "multiplied-for-divided": "That is multiplied by the number under the bar. What does the bar do?",
    "divided-first-term-only": "Only one term of the numerator was divided. What is the bar under?",
    "coefficient-not-raised": ("The exponent was used for the letter alone. What else stands inside the bracket?"),
    "added-exponent-as-factor": (
        "Adding like pieces and multiplying them were mixed up. How many pieces are there, and what joins them?"
    ),
    "factored-one-term-only": "A factor was taken out of one term only. Multiply it in: do you get the terms back?",
    "division-by-zero-is-zero": (
        "Test it by multiplying back: would that result times 0 give the number you started with?"
    ),
    "division-by-zero-is-infinity": ("However large a number is, what do you get when you multiply it by 0?"),
    "division-by-zero-is-itself": ("Dividing by 1 leaves a number as it is. What would the result times 0 have to be?"),
    "zero-over-zero-is-one": (
        "One number passes the test, but do others pass it too? Try a few: what is each of them times 0?"
    ),
    "zero-over-zero-has-none": (
        "Try a number, for example 5: does 5 times 0 give 0? What does that say about how many fit?"
    ),
    "zero-over-zero-has-many": ("Put a number of your own in. What is it times 0, and is that the number you wanted?"),
    "zero-on-top-undefined": ("Here 0 is shared out, it does not divide. Which number times the divisor gives 0?"),
    "zero-anywhere-undefined": "Compare $0 \\div 5$ with $5 \\div 0$. Which of them passes when you multiply back?",
    "division-always-makes-smaller": (
        "Dividing by $\\frac{1}{2}$ makes a number larger. What would the result times 0 have to be here?"
    ),
    "zero-numerator-for-denominator": ("That value makes the top zero. Which part of a fraction must never be zero?"),
    "zero-is-no-number": "Zero is a number: you can add it and multiply by it. What goes wrong only in dividing?",
    "sign-of-excluded-value": ("Put your value into the bottom of the fraction. Does it come out as 0? Mind the sign."),
    "letter-zero-excluded": ("Put 0 in for the letter. Is the bottom of the fraction then 0?"),
    "allowed-step-blamed": (
        "That step may be taken with every number. Which line divides, and by what is it dividing?"
    ),
}
