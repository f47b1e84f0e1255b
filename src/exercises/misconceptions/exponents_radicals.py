"""Mistakes with exponents, roots, rational and irrational numbers."""

EXPONENTS = {
    "exponents-subtracted-in-product": (
        "Exponents were subtracted. Write the powers out: are factors added to the row or taken away?"
    ),
    "exponents-divided": "Exponents were divided. Write the powers out and cancel: how many factors are left?",
    "exponents-added-in-quotient": (
        "Exponents were added. Each factor below the bar cancels one above: how many are left?"
    ),
    "numbers-subtracted-in-quotient": "The numbers were subtracted. What does the bar ask you to do with them?",
    "number-not-raised": "The number in the bracket did not get the exponent. What does the exponent stand behind?",
    "bottom-not-raised": "Only the top was raised. What does the exponent outside the bracket belong to?",
    "exponents-added-in-power": "Exponents were added. How many factors are there when a row of factors is repeated?",
    "number-times-exponent": "The number was multiplied by the exponent. How often is it a factor?",
    "sign-of-power": "Look at the sign: how many negative factors are multiplied?",
    "other-number-read-as-one": (
        "The second number is more than one factor. As which power of the same base can it be written?"
    ),
    "base-changed": "The bases were multiplied. Equal bases stay as they are: what happens to the exponents?",
    "wrong-rule-for-exponents": "Another rule was used. Are the powers multiplied, divided, or raised again?",
    "whole-exponent-in-box": "That is the exponent on the other side. Part of it is there already: what is missing?",
    "exponent-on-the-other-side": "That exponent is given already. Which number goes with it to make the result?",
    "minus-of-exponent-to-front": (
        "The minus of the exponent was put in front. What does a negative exponent do to a power?"
    ),
    "exponent-times-base": "Base and exponent were multiplied. What does the size of the exponent count?",
    "sign-of-reciprocal": "Look at the sign: is the power with the positive exponent positive or negative?",
    "minus-of-exponent-ignored": "The minus in the exponent was left out. What does it change?",
    "only-top-turned": "One over a fraction turns it over. What happens to the top?",
    "power-zero-is-zero": (
        "A power with the exponent $0$ was taken for $0$. Go down: $5^3$, $5^2$, then what, each divided by $5$?"
    ),
    "power-zero-is-base": "A power with the exponent $0$ was taken for its base. What is $5^2 \\div 5^2$?",
    "number-moved-too": "The number changed its side as well. To what does the negative exponent belong?",
    "minus-of-exponent-dropped": "The minus in the exponent was dropped. What has to change when it goes?",
    "all-put-below": "A factor without a minus in its exponent moved too. Which factors have to change their side?",
    "only-top-moved": "The exponent below the bar is negative too. On which side does that power end up?",
    "exponents-left-above": "Compare the numbers of factors: are more of them above the bar or below?",
    "numbers-turned-over": "The numbers changed places. Which of them stands above the bar?",
    "one-over-exponent": "A fraction in the exponent is a root. Which exponent means one over a power?",
}

ROOTS = {
    "index-and-power-exchanged": "Index and power changed places. Which of them stands below in the exponent?",
    "index-times-power": (
        "Index and power were multiplied. What is the square root of $x^2$: does a root make exponents larger?"
    ),
    "minus-of-exponent-lost": "The root stands below a bar. What does that do to the exponent?",
    "minus-in-exponent-added": "There is a minus in the exponent. Does the root stand below a bar?",
    "index-left-out": "The root was left out. Where does its index go in the exponent?",
    "exponent-taken-for-factor": (
        "The exponent was taken for a factor. What is the difference between half of a number and its square root?"
    ),
    "root-left-out": "The power is there, the root is not. What does the bottom of the exponent ask for?",
    "power-left-out": "The root is there, the power is not. What does the top of the exponent ask for?",
    "divided-by-index": "The number was divided by the index. Which number has to be multiplied by itself to give it?",
    "tops-and-bottoms-added": "Tops and bottoms were put together one by one. How are two fractions added?",
    "number-put-under-root": "The number in front came under the root. To what does the exponent belong?",
    "exponent-as-division": "The bottom of the exponent was taken for a division. What does it stand for?",
    "fraction-taken-for-minus": (
        "A fraction in the exponent was taken for one over the power. Which exponent would mean that?"
    ),
    "multiple-for-power": (
        "Adding a number to itself and multiplying it by itself were mixed up. Which one undoes a root?"
    ),
    "square-taken-out-whole": "The square came out as it is. What is its root?",
    "inside-and-outside-exchanged": (
        "What is inside and what is outside changed places. Which of the two factors is a square?"
    ),
    "number-before-root-added": "The number before the root was added to what came out. What joins them?",
    "half-for-root": "Half of the number was taken. Square your answer: do you get the number back?",
    "square-left-inside": (
        "Square your answer: is it too large? Only one of two equal factors comes out, and none of them stays."
    ),
    "roots-of-sum": "The numbers under the roots were added. What stands between the roots?",
    "root-forgotten": "The root has gone. What is the root of a product?",
    "root-below-left-out": "The bottom of the fraction kept its square. What is its root?",
    "root-above-left-out": "The top of the fraction lost its root. Square your answer: do you get the fraction back?",
    "fraction-turned-over": "The fraction is upside down. Which part stands above the bar?",
    "only-bottom-multiplied": (
        "Only the bottom was multiplied by the root. What keeps the value of a fraction the same?"
    ),
    "only-top-multiplied": "The root below has gone without a trace. What is the root times itself?",
    "divided-under-the-root": "Square the top before you put it under one root with the bottom: is the number right?",
    "factor-not-squared": "The number came under the root as it is. Of which number is it the root?",
    "added-under-the-root": "Factors were turned into terms. How do the number and the root belong together?",
    "number-squared-only": "What stood under the root is missing. What is multiplied by the square?",
    "quarter-for-root": "The area was divided by the number of sides. Which number times itself gives the area?",
}

RADICALS = {
    "exponent-taken-out-whole": (
        "The exponent came out as it is. How many equal factors under the root give one outside?"
    ),
    "letter-left-inside-lost": "A letter that was left over is missing. Where does a factor without a partner stay?",
    "one-letter-too-many": "A factor without partners came out too. How many equal ones are needed for that?",
    "exponent-squared": "The exponent was squared. What is the exponent of $x^3 \\cdot x^3$?",
    "number-not-squared-under-root": (
        "The letters under the root are right, the number is not. Of which number is it the root?"
    ),
    "radicands-added": "The numbers under the roots were added. Is $\\sqrt{9} + \\sqrt{16}$ the same as $\\sqrt{25}$?",
    "unlike-roots-added": "Roots of different numbers were put together. Which of them are like terms?",
    "roots-multiplied-for-added": "Like roots were multiplied. What stands between them?",
    "numbers-in-front-lost": "The numbers that stood before the roots are missing. What multiplies what comes out?",
    "numbers-in-front-added": "The numbers in front were added. What stands between the two terms?",
    "root-times-root-kept": "A root times itself was left as a root. What number is it?",
    "half-the-way-round": "That is one long and one short side. How many of each does the edge have?",
    "area-for-edge": "The sides were multiplied. What does that measure, and what is asked for?",
}

RATIONAL_NUMBERS = {
    "cube-taken-out-whole": "The cube came out as it is. What is its cube root?",
    "root-sign-means-irrational": (
        "A root sign is not enough. Which roots are whole numbers, and what happens to the others here?"
    ),
    "endless-decimals-mean-irrational": (
        "Decimals that repeat belong to a fraction: $0.333...$ is $\\frac{1}{3}$. Do these repeat?"
    ),
    "rounded-decimal-for-number": (
        "A decimal on a screen is cut off. Does the number itself have decimals that end or repeat?"
    ),
    "one-rational-number-is-enough": (
        "One rational number does not decide. Try $1 + \\sqrt{2}$ and $2 \\cdot \\sqrt{2}$: are these fractions?"
    ),
    "cancelling-without-looking": "Look for what could cancel: is there anything irrational in the other number?",
    "cancelling-overlooked": "Work it out sign by sign: which of the irrational parts are left?",
    "root-sign-lost": "The root sign has gone. What is left of the root when the squares are out?",
    "irrational-thought-closed": "Try $\\sqrt{2}$ with itself and with $-\\sqrt{2}$: are all results irrational?",
    "irrational-thought-to-cancel": "Try $\\sqrt{2}$ with $\\sqrt{3}$: does everything cancel?",
    "square-thought-to-clear": "Square $1 + \\sqrt{2}$, written as two brackets: does every root go?",
    "every-result-rational": "Try $1 + \\sqrt{2}$ or $2 \\cdot \\sqrt{2}$. Which numbers can be written as fractions?",
    "rational-thought-open": "Add or multiply two fractions of whole numbers. What kind of number comes out?",
    "zero-overlooked": "Which rational number makes every product the same? Try it too.",
    "example-supports-the-claim": (
        "This pair fits the sentence or says nothing against it. Work out the result: is it rational?"
    ),
    "example-outside-the-claim": "The sentence is about two irrational numbers. Are both of these irrational?",
    "the-number-itself": "That works, but a smaller number does too. Which square is in the number already?",
    "square-part-taken": "That part is a square already. Which part has no partner yet?",
    "root-of-square-part": "That is the root of the part which is a square. Which part has no partner yet?",
    "sign-of-what-is-added": "The roots have to cancel. Which sign must the new one have?",
    "zero-for-number": "With $0$ the root stays as it is. What has to be added to make it vanish?",
    "whole-part-taken": "The whole number is rational and may stay. Which part has to vanish?",
    "number-under-root-taken": "Multiply the brackets with this number: do the two products with a root cancel?",
    "factor-not-carried": "Multiply the brackets with this number: how often does the root come up on each side?",
    "root-for-number": "That is the root. Which number has it?",
    "next-square-taken": "That is a square, but is it in the range?",
    "no-square-under-root": "Is the number under the root a square number? If not, the root is no fraction.",
    "fraction-form-overlooked": "Can this number be written as a fraction of whole numbers? Look at it again.",
}
