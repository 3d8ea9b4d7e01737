/** What one import may hold; larger exports are sent in several bundles. */
export const bundleLimits = {
  characters: 8_000_000,
  /** the deepest resource of the FHIR R4 examples nests about 15 levels */
  depth: 64,
  entries: 5_000,
} as const;
