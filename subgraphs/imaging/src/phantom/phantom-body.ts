/** A made-up chest in Hounsfield units: body, lungs, spine, ribs and a nodule, as ellipses in millimetres. */

export interface Point {
  x: number;
  y: number;
  z: number;
}

interface Ellipsoid {
  centre: Point;
  radii: Point;
  hounsfield: number;
}

const throughout = Number.POSITIVE_INFINITY;

function cylinder(centre: [x: number, y: number], radii: [x: number, y: number], hounsfield: number): Ellipsoid {
  return {
    centre: { x: centre[0], y: centre[1], z: 0 },
    radii: { x: radii[0], y: radii[1], z: throughout },
    hounsfield,
  };
}

const air = -1000;
/** Later ones lie inside earlier ones. */
const organs: readonly Ellipsoid[] = [
  cylinder([0, 0], [165, 115], -90), // skin and fat
  cylinder([0, 0], [155, 105], 45), // muscle
  cylinder([-75, -5], [58, 78], -850), // lungs
  cylinder([75, -5], [58, 78], -850),
  cylinder([15, -25], [38, 42], 50), // heart
  cylinder([0, 75], [22, 20], 350), // spine
  cylinder([0, 75], [9, 8], 30), // its canal
  { centre: { x: -78, y: -12, z: 4 }, radii: { x: 7, y: 7, z: 7 }, hounsfield: 60 }, // the nodule, 14 mm
];

const ribs = { ring: { x: 142, y: 96 }, count: 14, radius: 7, hounsfield: 520 };

export function hounsfieldAt(point: Point): number {
  if (insideRib(point)) return ribs.hounsfield;
  return organs.findLast((organ) => inside(organ, point))?.hounsfield ?? air;
}

function inside({ centre, radii }: Ellipsoid, { x, y, z }: Point): boolean {
  return ((x - centre.x) / radii.x) ** 2 + ((y - centre.y) / radii.y) ** 2 + ((z - centre.z) / radii.z) ** 2 <= 1;
}

/** Ribs slant: from slice to slice their cuts wander around the chest. */
function insideRib({ x, y, z }: Point): boolean {
  const step = (2 * Math.PI) / ribs.count;
  const turn = z / 60;
  const nearest = Math.round((Math.atan2(y / ribs.ring.y, x / ribs.ring.x) - turn) / step) * step + turn;
  return Math.hypot(x - ribs.ring.x * Math.cos(nearest), y - ribs.ring.y * Math.sin(nearest)) <= ribs.radius;
}
