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
    "bracket-not-multiplied": (
        "The power before the bracket is not the highest. What does it make with the first term in the bracket?"
    ),
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
    "exponent-of-product-kept": ("The power of the product was kept. Multiply back: is the power too high?"),
    "power-left-out-of-factor": "The number fits. Multiply your factor by the bracket: are the powers right as well?",
    "first-term-for-factor": (
        "The first product is not the factor. What do you get when you multiply it by the bracket?"
    ),
    "middle-products-left-out": (
        "Only first times first and last times last were multiplied. Which products of the two brackets are missing?"
    ),
    "sign-of-last-in-sum": "The last term has the other sign. Which terms make it, and with which signs?",
    "sign-of-middle-term": "The middle products have another sign. Work out each of them again, with its sign.",
    "sign-of-last-product": "Look at last times last again: which sign do the two terms give together?",
    "constants-added": "The last two numbers were added. What do two brackets side by side ask you to do with them?",
    "sign-of-square-lost": (
        "The letter is taken away in one bracket. Which sign does its product with the other one get?"
    ),
    "one-product-left-out": (
        "One of the six products is missing. Multiply every term of one bracket by every term of the other."
    ),
    "middle-not-doubled": "The product of the two terms comes up twice. What does that make in the middle?",
    "sign-of-square": "The square at the end has a minus. Can a number times itself be negative?",
    "minus-lost-in-middle": "The middle term has the other sign. Which sign stands in the bracket?",
    "sign-of-last-square": "A sum times a difference was multiplied. Which sign do $+B$ and $-B$ give together?",
    "taken-for-square": (
        "The two brackets differ in a sign, so they are no square. What happens to the middle products?"
    ),
    "middle-terms-kept": "The two middle products have opposite signs. What do they make together?",
    "number-not-squared": "The number in front of the letter belongs to the term. Was it squared too?",
    "root-not-taken": "These are the terms of the product. Which terms have them as their squares?",
    "product-of-squares": "The squares were multiplied. Which two products stand between them?",
    "same-bracket-again": (
        "The same bracket twice makes a square, with a middle term. What would make that term vanish?"
    ),
    "sign-of-first-term": "Multiply your two brackets. Which signs do the two squares get?",
}

FACTORING = {
    "last-term-dropped": "A term is missing. Multiply back: do you get as many terms as there were?",
    "common-factor-alone": "That is the common factor. What is left of each term, in the bracket behind it?",
    "common-bracket-squared": (
        "The common bracket is taken out once. Multiply back: how many times does it stand there now?"
    ),
    "factors-multiplied-outside": (
        "What is left of the two terms is joined by plus or minus. Which bracket do they make?"
    ),
    "subtracted-for-divided": "The width was taken away from the area. Which operation undoes multiplying?",
    "both-signs-turned": (
        "The product of the two numbers is right, their sum has the other sign. What does that change?"
    ),
    "sign-of-one-number": "Multiply back: which sign does the product of the two numbers get, and which is asked for?",
    "right-product-wrong-sum": (
        "The product of your two numbers fits, their sum does not. Which other pair has that product?"
    ),
    "sum-for-constant": (
        "The number in the middle is a sum. The number in the other side times the one you know makes what?"
    ),
    "product-for-constant": "That is the product of the two numbers already. One of them is known: what is the other?",
    "factor-in-front-lost": "The factor that was taken out first is missing. Where does it stand in the end?",
    "numbers-changed-places": "The right numbers stand in the wrong brackets. Multiply back: is every term right?",
    "first-number-forgotten": (
        "Multiply the first terms of your brackets. Do they give the first term that is asked for?"
    ),
    "difference-taken-for-square": (
        "A square has a middle term. Multiply your brackets: is there one where none should be?"
    ),
    "sum-taken-for-square": "Multiply back: which sign does the last term get, and is there a middle term?",
    "root-of-number-forgotten": "Square the terms in your brackets: are the numbers too large?",
    "brackets-turned": "The two terms changed places. Which of the squares is taken away from the other?",
    "sum-of-squares-split": (
        "A sum of two squares has no such factors. Which of the two brackets can be factored again?"
    ),
    "sum-factor-lost": "One of the factors of the first step is missing. Multiply back: is the highest power right?",
    "root-for-square": "That is the number in the bracket. What do you get when the two brackets are multiplied?",
    "minus-before-box-again": "The minus stands before the box already. Which number is taken away?",
    "doubled-for-squared": "The number was doubled. What is last times last?",
    "sign-of-square-bracket": "The middle term has a sign. Which sign in the bracket gives it?",
    "square-taken-for-difference": "A sum times a difference has no middle term. Which two equal brackets have one?",
    "square-forgotten-on-bracket": "The bracket stands there once. How often must it be a factor?",
    "square-for-side": "That is the area. Which binomial times itself makes it?",
    "sign-of-second-group": "Look at the sign of what came out of the last two terms. Multiply back to check them.",
    "sign-in-first-group": "Look at the sign in the common bracket. Multiply back to check the first two terms.",
    "groups-multiplied": (
        "What came out of the two groups is joined by plus or minus. Which bracket do they make together?"
    ),
    "one-lost-in-group": "A bracket that stands alone is one times itself. What is left when it is taken out?",
    "constant-for-factor": "That is the last term. Which number times the bracket gives the last two terms?",
    "number-of-bracket": "That number stands in the bracket. Which number before the bracket gives the last two terms?",
}

CHOOSING_STRATEGIES = {
    "common-factor-overlooked": "Something divides all the terms. Which number or letter can come out first?",
    "no-common-factor-there": (
        "No number above 1 and no letter divides all the terms. How many terms are there, and are they squares?"
    ),
    "no-difference-of-squares-there": (
        "That pattern needs two terms, both squares, with a minus between. What is there instead?"
    ),
    "no-perfect-square-there": (
        "That pattern needs two squares and twice the product of what was squared. Check the terms again."
    ),
    "two-numbers-need-three-terms": (
        "Two numbers with a product and a sum belong to three terms. How many are there here?"
    ),
    "grouping-needs-four-terms": "Groups of two need four terms. How many are there here?",
    "difference-of-squares-overlooked": "Two squares with a minus between can be factored. Which pattern fits?",
    "perfect-square-overlooked": "The first and last terms are squares. Is the middle term twice the product?",
    "two-numbers-overlooked": "Two whole numbers with the right product and sum exist. Try all the pairs, with signs.",
    "common-letter-overlooked": "The letter is in every term. What is left when it comes out?",
    "factor-thought-to-split": (
        "Try to split each factor: is there a common factor, a difference of squares, a fitting pair?"
    ),
    "right-product-rejected": "Multiply the right side out. Is it the same as the left side?",
    "factoring-stopped-early": "Look at each factor alone: is a number or a pattern still in one of them?",
    "did-not-multiply-back": "Multiply the right side out and compare: are all the terms the same?",
    "square-of-letter-lost": "The trinomial is in the square of the letter. Multiply back: is the highest power right?",
}

AREA_MODELS = {
    "square-left-out": "Two lengths with a letter were multiplied. What is $x$ times $x$?",
    "area-for-length": "Those are areas. Which length times the length that you know gives the area?",
    "parts-of-sides-exchanged": (
        "Test each small rectangle: does the part above it times the part to its left give its area?"
    ),
    "letter-of-length-lost": "Test the first rectangle: does your length times the one that is known give its area?",
    "parts-of-one-side-multiplied": (
        "Top and side each hold one part from every column and every row. Which parts lie along the top?"
    ),
    "middle-of-whole-for-part": (
        "Two parts together make that middle term. One of them is in the picture: what is the other?"
    ),
    "same-area-twice": "That is the part that is known already. What is left of the middle term?",
    "letter-of-area-lost": "One side of this part has a letter. What is its area then?",
}
