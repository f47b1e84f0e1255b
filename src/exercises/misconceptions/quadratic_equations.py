"""Mistakes in solving quadratic equations."""

QUADRATIC_EQUATIONS = {
    "one-root-only": "That is one of them. What is squared may be the opposite number too. What does that give?",
    "halved-for-root": "It looks as if you halved the number in place of taking its root. Which number times itself "
    "gives it?",
    "left-the-square-on": "The square is still there. What undoes squaring?",
    "shift-with-wrong-sign": "The number beside the letter moved without changing its operation. What undoes it?",
    "coefficient-left-on": "A number stands before the letter. What is still to be done when its term stands alone?",
    "root-of-negative": "You took the root of the number without its minus sign. Can the square of a real number be "
    "negative?",
    "rooted-each-term": "The root was taken of each term on its own. What must stand alone before you take roots?",
    "factor-forgotten-in-front": "The factor in front of the square was not undone. What do you do with it before you "
    "take the root?",
    "signs-of-the-factors": "Those numbers stand in the factors. For which values do the factors become $0$?",
    "one-sign-turned": "One of these has the wrong sign. Put each number into the equation: where does it fail?",
    "one-factor-only": "That makes one factor zero. Which values make the others zero?",
    "forgot-to-divide-in-factor": "In one factor the letter has a coefficient. What is the letter when that factor "
    "is $0$?",
    "lost-zero-solution": "A factor that is the letter alone can be $0$ too. What happens to the equation when the "
    "letter is $0$?",
    "constant-factor-as-solution": "A constant factor is never $0$. Which factors depend on the letter?",
    "turned-the-quotient": "The fraction stands upside down. Put it into its factor: does that give $0$?",
    "factors-set-to-the-number": "Each factor was set equal to the number. For which product does this rule work?",
    "ignored-the-right-side": "The number on the other side got lost. What must one side be before you factor?",
    "moved-without-turning-sign": "A term changed sides and kept its sign. What does it become on the other side?",
    "ignored-leading-coefficient": "It looks as if the coefficient of the square was left out of the factoring. "
    "Multiply your factors: do you get it back?",
    "halved-but-not-squared": "You took half of the coefficient. What is still to be done with that half?",
    "squared-without-halving": "You squared the whole coefficient. Which part of it stands in the bracket?",
    "doubled-for-halved": "You doubled the coefficient. In $(x + p)^2$, how is $p$ linked to the middle term?",
    "whole-coefficient-in-bracket": "The whole coefficient was put into the bracket. In $(x + p)^2$, how is $p$ "
    "linked to the middle term?",
    "added-square-to-one-side": "The square was completed on one side only. What keeps both sides equal?",
    "factor-not-multiplied-back": "Inside the bracket that number is right. What does the factor in front make of it?",
    "completed-without-taking-back": "What was added to make the square must be taken away again. What is left over?",
    "added-in-place-of-taking-back": "The added square was added once more. Which way keeps the value the same?",
    "root-not-doubled": "That number stands in the bracket. What does squaring the bracket make of the middle term?",
    "constant-as-middle": "That is built from the constant term itself. Which number has it as its square?",
    "half-with-wrong-sign": "The bracket has the wrong sign. Which sign does the middle term of its square get?",
    "forgot-to-divide-through": "The coefficient of the square was not dropped from every term. What do you divide "
    "each term by first?",
    "wrong-sign-of-b": "The formula begins with the opposite of $b$. What is it here?",
    "divided-root-only": "Only one part was divided. What stands above the fraction line in the formula?",
    "bar-under-root-only": "As it is typed, only the root is divided. If all of it stands above the bar, which "
    "brackets are missing?",
    "denominator-a-for-two-a": "The denominator of the formula is twice the coefficient. Which number did you divide "
    "by?",
    "sign-of-four-a-c": "A sign under the root is wrong. What is the sign of $-4ac$ with these numbers?",
    "forgot-four-in-discriminant": "Something is missing under the root. How many times is $ac$ taken away?",
    "read-coefficients-before-ordering": "The coefficients were read before all terms stood on one side. What is the "
    "equation in the form $ax^2 + bx + c = 0$?",
    "took-positive-for-one": "The discriminant is not $0$. What do the two signs before its root give?",
    "took-zero-discriminant-for-two": "Adding and subtracting the root of $0$ gives the same number. How many "
    "different numbers is that?",
    "took-zero-discriminant-for-none": "A discriminant of $0$ still has a root. Which number is it?",
    "took-negative-discriminant-for-two": "The discriminant is negative. Is there a real number with a negative "
    "square?",
    "took-positive-discriminant-for-none": "The discriminant is positive. What does its root give?",
    "took-negative-discriminant-for-one": "The discriminant is below $0$, not equal to it. Which numbers have a "
    "negative square?",
    "missed-square-discriminant": "The number under the root is a square. What is left of the root sign?",
    "took-root-for-whole": "Look at the number under the root again. Which whole number times itself gives it?",
    "forgot-the-equal-case": "The boundary itself was put on the wrong side. What happens when the discriminant is "
    "exactly $0$?",
    "turned-the-condition": "The condition points the wrong way. Try a very large number for the letter: is the "
    "discriminant positive then?",
    "boundary-miscalculated": "The boundary is another number. For which number is the discriminant exactly $0$?",
    "roots-with-linear-term": "The letter stands in another place too. What happens there when you take roots?",
    "zero-product-without-zero": "This rule needs a product on one side and $0$ on the other. Do they stand there?",
    "factoring-without-whole-numbers": "Test it: which integers have this product and this sum?",
    "formula-where-less-is-enough": "The formula would work, but something shorter is at hand. What do you notice "
    "about the form of the equation?",
    "not-in-order": "The formula reads its coefficients from three terms in order. Do they stand in order here?",
    "half-is-whole": "Half of the middle coefficient is an integer, and nothing stands before the square. What does "
    "that allow?",
    "square-stands-alone": "The letter stands in one square only. What undoes a square?",
    "factored-already": "A product is equal to $0$ already. Which rule can be used at once?",
    "way-changes-solutions": "Each way, carefully done, finds all the solutions. What makes one of them shorter?",
    "fractions-when-completing": "Half of the middle coefficient gives fractions here. Which equation has an even "
    "one, and no number before the square?",
    "method-for-all": "Only some methods work for every quadratic equation. Which form does this one need?",
    "unneeded-method": "This one can be done in fewer steps. Does it factor, or is it a square already?",
    "step-changes-solutions": "This step can lose or change solutions. Does it do the same to both sides, and is it "
    "allowed for every value?",
    "gave-the-other-side": "That is the other length or number in the story. Read again what is asked for.",
    "kept-impossible-solution": "The equation allows this number, but the story does not. Can its answer be negative?",
    "took-sum-for-product": "The numbers were added where the story multiplies. How is an area, or a product, found?",
    "divided-the-area-evenly": "That makes both sides equal. Is their product the area then?",
    "difference-for-side": "The area was divided by the difference of the two lengths. Which length must it be "
    "divided by?",
    "forgot-both-sides-grow": "Only one side was changed, or only on one end. Sketch it: which lengths change?",
    "gave-the-change-for-the-whole": "That is another quantity of the story. What does the question name?",
    "one-number-only": "There is a second number that fits. Which other solution does your equation have?",
    "line-value-wrong-sign": "The $x$ fits, the $y$ does not. Put the $x$ into the line once more, sign by sign.",
    "gave-the-other-point": "That is a point of both graphs, but the other one. Which of the two does the question "
    "name?",
    "swapped-x-and-y": "The two coordinates have changed places. Which one is written first?",
    "y-left-at-zero": "That is where a graph meets the $x$-axis. What is $y$ where the two graphs meet?",
    "solved-the-parabola-only": "Those are the zeros of the parabola alone. Where does the line come in?",
    "gave-y-for-x": "Those are $y$-values. What does the question ask for?",
}
