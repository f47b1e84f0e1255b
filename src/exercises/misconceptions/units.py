"""Mistakes with units, quantities, accuracy and the scales of graphs."""

UNITS = {
    "rate-converted-top-only": (
        "Only the upper unit of the rate was changed. What does the lower unit have to become?"
    ),
    "rate-converted-bottom-only": (
        "Only the lower unit of the rate was changed. What does the upper unit have to become?"
    ),
    "rate-bottom-multiplied": (
        "The lower unit was changed the wrong way round. Is the new one larger or smaller, and does more or less "
        "belong to it?"
    ),
    "rate-factors-upside-down": (
        "The factors were used upside down. Which units must cancel, and so stand once above and once below?"
    ),
    "units-added-unlike": (
        "Amounts with different units are added there. Which units may stand on the two sides of a plus?"
    ),
    "units-quotient-upside-down": (
        "The division is upside down. Which unit is left when you cancel what stands above and below?"
    ),
    "units-one-factor-too-many": (
        "A unit comes in once too often. Count how many times it is multiplied in that formula."
    ),
    "units-one-factor-missing": (
        "A unit is missing there. Count how many times each unit is multiplied in that formula."
    ),
    "units-multiplied-for-divided": (
        "Multiplying and dividing were mixed up. What is left of the units when they cancel?"
    ),
    "units-not-cancelled": ("Write each unit in place of its letter. Which of them cancel, and which is left?"),
    "units-fit-there": "The units fit in that formula. Look at each term: what is left after cancelling?",
    "total-for-rate": ("A total depends on how large the thing is. What would make large and small ones comparable?"),
    "other-total-for-rate": (
        "That counts something else in the story. What has to grow when the thing asked about grows?"
    ),
    "ratio-upside-down": (
        "Try it: when there is more of what is asked about, does this quantity become larger or smaller?"
    ),
    "difference-for-rate": (
        "A difference still depends on the size. Would it stay the same for two such things side by side?"
    ),
    "rate-for-total": (
        "A share for each one does not say how much is needed in all. How do the numbers work together?"
    ),
    "sum-for-product": (
        "Adding two amounts of different kinds has no meaning here. What do you need for every single one?"
    ),
    "end-value-for-change": "That is where it ended. Where did it start, and how much did it change?",
    "area-for-boundary": "That measures what lies inside. What do you measure when you walk around it?",
    "boundary-for-area": "That measures a way around. What do you measure when a surface is covered?",
    "half-the-boundary": "Walk around it in your mind: how many sides do you pass?",
    "sum-for-difference": "Adding the two makes it larger. What happens to what is asked as more is there?",
    "reported-all-digits": (
        "That result shows more digits than were measured. How accurate is the least accurate number used?"
    ),
    "rounded-too-much": ("Digits that were measured got lost. How accurate is the least accurate number used?"),
    "cut-off-instead-of-rounded": (
        "The digits were cut off. Look at the first digit that is left out: is it 5 or more?"
    ),
    "rounded-up-always": "That was rounded up. Look at the first digit that is left out: is it 5 or more?",
    "most-accurate-number-decides": (
        "The most accurate number was taken as the guide. Which of the numbers is known least well?"
    ),
    "places-for-digits": (
        "Decimal places were counted where significant digits are asked for. Where does the first one stand?"
    ),
    "limit-is-half-a-step": (
        "Rounding moves a number by at most half a step. How large is one step here, and half of it?"
    ),
    "limit-on-other-side": "That is a limit on the other side. Was the smallest or the largest value asked for?",
    "limit-is-the-reading": "That is the value as it was read. How far could the true value be from it?",
    "rounded-down-in-need": (
        "With that number something is left over that also needs a place. Does the story allow that?"
    ),
    "rounded-up-beyond-stock": (
        "For that number there is not enough. What happens to a part that is not full or not whole?"
    ),
    "kept-part-of-a-thing": "Can there be a part of such a thing? Think about what the story counts.",
    "scale-step-read-as-one": (
        "Lines of the grid were counted as ones. Which two numbers stand on the axis, and how many steps lie between?"
    ),
    "scale-step-read-as-ten": (
        "Lines of the grid were counted as tens. Which two numbers stand on the axis, and how many steps lie between?"
    ),
    "scale-label-gap-for-step": (
        "That is the distance from one number on the axis to the next. How many steps lie between them?"
    ),
    "scale-counted-lines": (
        "The lines between two numbers are fewer than the steps. How many steps lead from one number to the next?"
    ),
    "scale-nearest-label": (
        "That is the number printed nearby. How far from it is the top, counted in steps of the grid?"
    ),
    "origin-taken-as-zero": ("The heights were read as if the axis began at 0. At which number does it begin?"),
    "axis-without-zero-unreadable": (
        "Values can be read from any scale with numbers on it. Which numbers stand beside the tops?"
    ),
    "looks-taken-for-values": ("How it looks depends on the axis. Read both values first, and compare those."),
    "difference-for-times": (
        "That tells how much more. How many times as much is asked for: what do you divide by what?"
    ),
    "one-value-for-difference": "That is one of the two values. What was to be found from both of them?",
    "other-bar-read": "That is the value of another one. Check the name under it.",
    "steepness-without-scale": (
        "Steepness cannot be compared over different scales. By how much does each rise in the same time?"
    ),
    "scale-too-coarse": (
        "With that scale all the values come close together. How far apart would they be on the paper?"
    ),
    "scale-does-not-reach": "Some of the values lie outside that scale. Which is the smallest, which the largest?",
    "scale-fault-not-the-axis": (
        "That is not a fault of the scale. Compare the numbers on the axis with the distances between them."
    ),
}
