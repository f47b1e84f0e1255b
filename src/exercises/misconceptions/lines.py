"""Mistakes with lines: points and equations, intercepts, slope, reading graphs."""

LINES = {
    "pair-swapped": "The two numbers have changed places. Which one of a pair says how far to go across?",
    "pair-sign-lost": "A sign is the other way round. Put the number in with brackets: is the product positive or "
    "negative?",
    "pair-only-one-letter": "That number fits when the other letter is left out. Put both numbers of the pair in.",
    "pair-undone-with-same-sign": "One term has to be undone, not done once more. Which operation takes it away?",
    "pair-constant-sign": "The number at the end was taken with the other sign. Is it added or taken away?",
    "pair-coefficient-left-out": "The number before the letter was left out. What does it do to the number you put in?",
    "pair-coefficient-dropped": "What you found is still multiplied by the number before the letter. "
    "What is left to do?",
    "table-swapped-axes": "Your points have across and up exchanged. Which number of a pair comes first?",
    "table-sign-of-slope": "Your line runs the other way. Do the $y$ values grow or shrink as $x$ grows?",
    "table-start-shifted": "Your line is parallel to the right one. Check the height of one point against the table.",
    "intercepts-exchanged": "You have the two axes exchanged. On the $y$-axis, which of the two letters is 0?",
    "intercept-of-other-axis": "That is where the line meets the other axis. Which letter is 0 on the axis asked for?",
    "intercept-constant-read-off": "The number on the right is not yet the place on the axis. "
    "Put 0 in for one letter and solve.",
    "intercept-coefficients-read-off": "The numbers before the letters are not yet the places on the axes. "
    "Put 0 in for one letter and solve.",
    "intercept-sign": "The place is on the other side of 0. Check your point against what is given.",
    "intercept-not-divided": "The number before the letter multiplies it. Which operation undoes that?",
    "slope-upside-down": "You divided the run by the rise. Slope tells how far up for each step across.",
    "slope-sign-mixed": "The points were taken in a different order above and below the bar. "
    "Keep the same order in both differences.",
    "slope-difference-not-divided": "That is how far the line rises in all. How far does it rise for each step across?",
    "slope-added-coordinates": "Coordinates were added. Slope compares differences: "
    "how much $y$ and how much $x$ change.",
    "slope-from-one-point": "You divided the coordinates of one point. That is the slope only for a line through "
    "the origin: use both points.",
    "slope-read-as-intercept": "That is where the line meets the $y$-axis. "
    "Slope is how much it rises for each step across.",
    "slope-grid-steps": "Squares were counted as if each were worth 1. What is a step worth on each axis?",
    "slope-ignored-step-of-x": "The $x$ values in the table do not go up by 1. Divide by how far they go up.",
    "slope-read-as-start": "That tells where it begins. The slope tells how it changes for each one more.",
    "slope-read-as-total": "That would be the change over several steps. The slope is the change for one step only.",
    "slope-read-as-other-way": "The two quantities have changed places. "
    "The slope says how much the second changes for one more of the first.",
    "slope-sign-read-wrong": "Look at the sign of the slope: does the amount grow or shrink?",
    "line-upright-for-level": "Think of the points: which coordinate stays the same on this line, $x$ or $y$?",
    "line-number-of-other-axis": "The number belongs to the other coordinate. Which one do all points share?",
    "line-not-through-origin": "Equations such as $x = 3$ draw a whole line, not one point and not a slanted line.",
    "slope-zero-for-none": "A level line has slope 0. Going straight up there is no run to divide by.",
    "intercept-read-as-rate": "That is how fast it changes. The intercept is the value at one moment.",
    "intercept-meaning-exchanged": "That is what the other intercept tells. Which of the two quantities is 0 there?",
    "intercept-read-as-next-value": "That is one step further on. At the intercept one of the quantities is still 0.",
    "graph-axes-exchanged": "You looked the number up on the wrong axis. Which axis does the question give you?",
    "graph-step-read-as-one": "Each line of the grid is worth more than 1. Read the numbers on the axis.",
    "graph-start-read": "That is the value at the beginning. Go along to the place that is asked for.",
    "graph-change-for-value": "That is how much it changed. The question asks for the value there.",
    "graph-value-for-change": "That is the value at one end. How much is it between the two?",
    "compare-start-for-rate": "You compared where they begin. The question is about how fast they change.",
    "compare-rate-for-start": "You compared how fast they change. The question is about where they begin.",
    "graph-change-from-start": "That is the change since the very beginning. Where does the time asked about begin?",
    "point-change-for-value": "That is how much $y$ changes. What does it change from?",
    "point-walked-other-way": "You went the other way. Does $x$ grow, and what does the sign of the slope say then?",
    "point-divided-by-slope": "You divided by the slope. It tells how far up for one step. How far is it for all?",
    "point-from-origin": "That would fit a line through the origin. This one goes through the point that is given.",
    "pair-not-tried": "Put both numbers in: the two sides do not come out the same.",
    "compare-not-worked-out": "Work out both at the time that is asked: the start, and the rate for each unit of time.",
    "compare-rates-not-found": "Find for both how much comes for each one of $x$, and compare these two numbers.",
    "compare-starts-not-found": "Find for both how much there is when $x$ is 0, and compare these two numbers.",
    "compare-can-be-told": "A steady rate and a start tell everything about each. Can you find both?",
    "compare-size-of-negative": "Which number is greater: a small negative one or a large negative one? "
    "Mind what the question compares.",
}
