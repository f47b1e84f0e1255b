"""Mistakes in reading, adding, multiplying and factoring polynomials."""

READING_POLYNOMIALS = {
    "degree-from-first-term": (
        "The term written first need not have the highest power. Compare the exponents of all terms."
    ),
    "degree-is-number-of-terms": (
        "Terms were counted. The degree is not about how many there are: what does it look at?"
    ),
    "coefficient-for-degree": (
        "A coefficient was taken for the degree. Where does the number stand that tells the degree?"
    ),
    "degree-for-coefficient": "An exponent was taken for a coefficient. Which number multiplies the highest power?",
    "all-exponents-added": "Exponents of different terms were added. Does one term decide the degree, or all together?",
    "degree-before-collecting": "Some terms cancel each other. What is left when like terms are collected?",
    "leading-is-first-written": (
        "The first term that is written does not always lead. Which term has the highest power?"
    ),
    "leading-is-largest-number": "A large coefficient does not make a term lead. What does?",
    "leading-is-not-highest": "Another term has a higher power. Compare the exponents of all terms.",
    "coefficient-sign-lost": "The sign in front belongs to the coefficient. Look at it again.",
    "wrong-degree-word": "The word for the degree does not fit. What is the highest exponent, and what is that called?",
    "wrong-count-word": "The word for the number of terms does not fit. How many parts are joined by plus and minus?",
}

ADDING_POLYNOMIALS = {
    "subtracted-first-term-only": (
        "The minus before the bracket reached its first term only. What does it do to the terms behind?"
    ),
    "subtracted-instead-of-added": (
        "One polynomial was taken away from the other. Which sign stands between the brackets?"
    ),
    "added-instead-of-subtracted": "The two polynomials were added. What are you asked to do with the second one?",
    "exponents-added-in-sum": "Adding like terms changed their powers. How many $x^2$ are $3x^2$ and $2x^2$ together?",
    "subtracted-the-other-way": (
        "That is the difference the other way round. Which of the two is taken away from which?"
    ),
    "added-both-given": "The two polynomials that are given were added. Which of them is already the sum?",
    "one-side-left-out": "One of the three sides is missing. Count which ones you have added.",
}

MULTIPLYING_POLYNOMIALS = {
    "exponents-multiplied": "Exponents were multiplied. How many factors $x$ are there in $x^2 \\cdot x^3$ altogether?",
    "coefficients-added-in-product": "The numbers in front were added. What are $3$ boxes of $4$: a sum or a product?",
    "sign-of-product": "Look at the sign: what does a minus times a plus give, and a minus times a minus?",
    "letters-not-multiplied": "The letters in the bracket were not multiplied. Which letters does each product get?",
    "sides-added": "The two sides were added. How is the area of a rectangle found?",
    "perimeter-for-area": "That is the way round the rectangle. How is the space inside it found?",
    "exponent-of-product-kept": (
        "The power of the product was kept. Multiply your term by the bracket: is the power too high?"
    ),
    "power-left-out-of-factor": "The number fits. Multiply your factor by the bracket: are the powers right as well?",
    "first-term-for-factor": (
        "The first product is not the factor. What do you get when you multiply it by the bracket?"
    ),
    "middle-products-left-out": (
        "Only first times first and last times last were multiplied. Which products of the two brackets are missing?"
    ),
    "sign-of-middle-term": "The middle products have another sign. Work out each of them again, with its sign.",
    "sign-of-last-product": "Look at the last product again: which sign do the two constants give together?",
    "constants-added": "The last two numbers were added. What do two brackets side by side ask you to do with them?",
    "sign-of-square-lost": (
        "The letter is taken away in one bracket. Which sign does its product with the other one get?"
    ),
    "one-product-left-out": (
        "One of the six products is missing. Multiply every term of one bracket by every term of the other."
    ),
    "middle-not-doubled": "The product of the two terms comes up twice. What does that make in the middle?",
    "sign-of-square": "The square at the end has a minus. What is a negative number times itself?",
    "minus-lost-in-middle": "The middle term has the other sign. Which sign stands in the bracket?",
    "sign-of-last-square": "A sum times a difference was multiplied. Which sign do $+B$ and $-B$ give together?",
    "taken-for-square": (
        "The two brackets differ in a sign, so they are no square. What happens to the middle products?"
    ),
    "middle-terms-kept": "The two middle products have opposite signs. What do they make together?",
    "number-not-squared": "The number in front of the letter belongs to the term. Was it squared too?",
    "product-of-squares": "The squares were multiplied. Which two products stand between them?",
    "same-bracket-again": (
        "The same bracket twice makes a square, with a middle term. What would make that term vanish?"
    ),
    "sign-of-first-term": "Multiply your two brackets. Which signs do the two squares get?",
}
