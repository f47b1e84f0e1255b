"""Mistakes with systems of two linear equations."""

SYSTEMS = {
    "system-first-only": "That fits the first equation only. What must a solution do in the second one?",
    "system-second-only": "That fits the second equation only. What must a solution do in the first one?",
    "system-fits-neither": "Put the numbers into both equations: do the two sides come out the same?",
    "system-one-equation-enough": "It fits one of the equations. Is that enough for a solution of the system?",
    "system-fits-after-all": "Work both equations out once more, with brackets round negative numbers. "
    "Do the two sides differ anywhere?",
    "system-half-checked": "Not both of the checks came out right. "
    "Put the pair into each equation once more, sign by sign.",
    "substituted-first-term-only": "Only the first term of what you put in was multiplied. "
    "Write brackets round it: what does the number in front multiply?",
    "substituted-sign-lost": "A minus stands before the bracket. Which signs inside it change?",
    "back-substituted-half": "The value of the second letter is not complete. Which term of its equation was left out?",
    "eliminated-added-right-sides": "The left sides were subtracted, the right sides added. "
    "What has to be done to both?",
    "eliminated-subtracted-right-sides": "The left sides were added, the right sides subtracted. "
    "What has to be done to both?",
    "eliminated-sign-of-second-term": "When a whole equation is taken away, each of its terms is. "
    "Which sign was kept by mistake?",
    "eliminated-left-sides-only": "The left sides were multiplied, the right sides stayed as they were. "
    "Is that still the same equation?",
    "eliminated-one-term-only": "Only one term of an equation was multiplied. What happens to its other terms?",
    "back-value-sign": "One value is right, the other has the wrong sign. Put both into the first equation.",
    "graph-drew-first-again": "That is the line which is drawn already. Which line is still missing?",
    "graph-missed-the-solution": "Your line does not go through the solution. Which point must both lines share?",
    "graph-read-intercept": "There only one of the lines meets the axis. Where do the two lines meet each other?",
    "count-slopes-not-compared": "Compare the slopes of the two lines: can lines with equal slopes cross just once?",
    "count-constants-not-compared": "The slopes agree. Do the lines meet the $y$-axis in the same place as well?",
    "count-different-slopes-meet": "The slopes of the two lines differ. Follow both lines far enough: "
    "what happens in the end?",
    "count-same-line-shares-all": "The two lines lie on each other. How many points do they share?",
    "count-lines-meet-twice": "Two straight lines were asked about. Can they cross and come back to cross again?",
    "letters-gone-taken-for-one": "No letter is left. Is the statement that is left true or false?",
    "letters-gone-left-false": "Both letters are gone, and what is left is false. Which pair could make it true?",
    "letters-gone-left-true": "Both letters are gone, and what is left is true. Does it rule out any pair?",
    "letter-left-at-zero": "One letter is left, and 0 is a value like any other. Which value of $y$ goes with it?",
    "coefficient-sign-turned": "The size fits, the sign does not. What multiplies the first equation "
    "to give the second?",
    "coefficient-copied": "That is the number of the other equation. Is the second equation a multiple of the first?",
    "coefficient-other-letter": "That number belongs to the other letter. Which factor leads from one equation to the "
    "other?",
    "coefficient-one-solution": "You compared the numbers on the right. Which numbers make two lines parallel?",
    "coefficient-added-in-place": "The same number was added. Are the other numbers added to, or multiplied?",
    "coefficient-not-solved-for-y": "Slopes can be compared when $y$ stands alone in both equations. "
    "Does it stand alone in each?",
    "elimination-shorter-is-same": "Short equations can have other solutions as well. "
    "What do you know about both sides for the pair that solves the system?",
    "elimination-same-as-first": "The new equation has another line than each of the old ones. "
    "Which point do all three lines share?",
    "elimination-one-letter": "That there is a solution does not make it the same one. "
    "What do both sides of each equation equal for the pair that solves the system?",
    "elimination-letter-is-zero": "The letter drops out because its terms cancel. Does that make the letter itself 0?",
    "elimination-one-line": "The two lines stay where they are. Through which of their points does the new line go?",
    "elimination-all-points-kept": "Try a point that lies on one of the two lines only. Does it fit the new equation?",
    "elimination-other-operation": "The left sides are put together in another way. Are they added or subtracted?",
    "elimination-factor-forgotten": "One of the equations is taken more than once, or taken away. "
    "What happens to its right side?",
    "elimination-all-multiplied": "Compare the numbers before the letters again. What is done to each left side?",
    "elimination-right-side-left-out": "The right side of the new equation was made in another way than the left. "
    "What has to be done to both sides?",
    "elimination-second-line-lost": "Both equations here have the same line. Where did the second equation go?",
    "elimination-other-term": "That part is as it should be. Do the step yourself and compare term by term.",
    "elimination-not-checked": "Find the solution and put it into the new equation: do the two sides agree?",
    "system-equation-already-given": "That is the other equation of the system. What else does the story tell?",
    "system-value-for-count": "The sum of the two counts is another number of the story. How many are there in all?",
    "system-count-for-value": "On the left is what they are worth together, on the right how many there are. "
    "Which number of the story goes with it?",
    "crossed-values": "The numbers have changed places. Which of them belongs to which letter?",
    "system-values-forgotten": "Each one counts more than once here. By what has each letter to be multiplied?",
    "system-other-bill": "The numbers of the two sentences are mixed. Which of them belong together?",
    "system-difference-for-sum": "That number says how much more one is than the other. What do they make together?",
    "system-factor-in-sum": "Together they are simply added. Where does the story compare the two?",
    "wrote-times-as-more": "Times as many and more than were mixed up. What do you do with the smaller one?",
    "system-area-for-perimeter": "That product is an area. How long is the way round all four sides?",
    "river-sign-of-current": "Does the current help here, or does it hold the boat back?",
    "system-even-shares": "That would be an even split of both together. Which sentence of the story does it not fit?",
    "system-gave-both": "That is both amounts together. Which one of them is asked for?",
    "system-gave-difference": "That is by how much they differ. Which of the two amounts is asked for?",
    "system-near-miss": "One sentence of the story may fit, but put your numbers into the other one as well.",
    "system-rates-added": "Both prices grow. What is left when the slower one is taken away from both?",
    "system-fixed-price-forgotten": "The amount that is asked once is missing from this price. Where does it come in?",
    "system-one-step-early": "That is the price one step earlier. Which number did you find for both to be equal?",
    "common-gave-the-height": "That is the height where the graphs meet. Which $x$ belongs to it?",
    "common-gave-zeros": "There one of the functions is 0. Where do the two have the same value?",
    "common-one-of-two": "That is one of them. Go on to the other side: is there another one?",
    "common-sign": "Look at the sign once more: is the place to the left or to the right of 0?",
    "common-start": "There the graphs meet the upright axis. Where do they meet each other?",
    "common-same-number-elsewhere": "Both functions do have this value, but for different $x$. "
    "In which column do they have it together?",
    "common-step-read-as-one": "How far is it in $x$ from one column to the next, and from which column did you count?",
    "common-last-column": "The table ends there, but the values are not equal yet. How do they go on?",
    "common-one-too-far": "Check the values there: are they equal, or has one already passed the other?",
}
