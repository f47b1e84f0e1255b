// Reads and works out what is typed in the calculator: + - * / ^ ( ) and decimals. Our own parser; nothing is evaluated as code.
const LONGEST = 200;
const SIGNS = { "×": "*", "·": "*", "÷": "/", "−": "-", "–": "-", ",": "." };
const WORK = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => a ** b,
};
const STRENGTH = { "+": 1, "-": 1, "*": 2, "/": 2, "^": 4 };
const MINUS = 3;

function pieces(text) {
  const plain = [...text.slice(0, LONGEST)].map((sign) => SIGNS[sign] ?? sign).join("");
  const found = plain.match(/\d+\.?\d*|\.\d+|[-+*/^()]|\S/g) ?? [];
  if (found.some((one) => !/^[\d.+\-*/^()]+$/.test(one))) throw new SyntaxError("not arithmetic");
  return found;
}

/** The value of the text, a finite number; SyntaxError when it is not arithmetic, RangeError for ÷ 0 and the like. */
export function reckon(text) {
  const left = pieces(text);
  const next = () => left.shift();

  function value() {
    const one = next();
    if (one === "-") return -expression(MINUS);
    if (one === "+") return expression(MINUS);
    if (one === "(") {
      const inside = expression(0);
      if (next() !== ")") throw new SyntaxError("a bracket is open");
      return inside;
    }
    if (one === undefined || !/\d/.test(one)) throw new SyntaxError("a number is missing");
    return Number(one);
  }

  function expression(least) {
    let sum = value();
    while (left.length && (STRENGTH[left[0]] ?? 0) > least) {
      const sign = next();
      sum = WORK[sign](sum, expression(sign === "^" ? STRENGTH[sign] - 1 : STRENGTH[sign]));
    }
    return sum;
  }

  const result = expression(0);
  if (left.length) throw new SyntaxError("something is left over");
  if (!Number.isFinite(result)) throw new RangeError("no such number");
  return Number(result.toPrecision(12));
}
