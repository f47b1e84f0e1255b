// A picture in at most 256 colours. Takes the address of a PNG; gives { width, height, palette, pixels }, both base64.
async (address) => {
  const image = new Image();
  image.src = address;
  await image.decode();
  const { width, height } = image;
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, width, height);

  const exact = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
    exact.set(colour, (exact.get(colour) ?? 0) + 1);
  }
  const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
  const far = (a, b) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;

  // The surfaces exactly, then what is far from all that is taken, ever nearer until all 256 are used.
  const common = [...exact].sort((a, b) => b[1] - a[1]).map(([colour]) => parts(colour));
  const palette = common.slice(0, 96);
  for (let apart = 1200; apart >= 1 && palette.length < 256; apart /= 2)
    for (const colour of common) {
      if (palette.length === 256) break;
      if (palette.every((one) => far(one, colour) >= apart)) palette.push(colour);
    }

  const nearest = new Map();
  for (const colour of exact.keys()) {
    let best = 0;
    const wanted = parts(colour);
    palette.forEach((one, index) => {
      if (far(one, wanted) < far(palette[best], wanted)) best = index;
    });
    nearest.set(colour, best);
  }
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at++)
    pixels[at] = nearest.get((data[4 * at] << 16) | (data[4 * at + 1] << 8) | data[4 * at + 2]);
  const coded = (bytes) => {
    let text = "";
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    return btoa(text);
  };
  return { width, height, palette: coded(Uint8Array.from(palette.flat())), pixels: coded(pixels) };
};
