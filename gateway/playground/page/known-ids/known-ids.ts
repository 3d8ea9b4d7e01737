/** The ids that the examples hand on to each other; opaque, so they may outlive the window and serve a second one beside it. */
const prefix = 'huizhen.playground.';

/** placeholder → where an answer brings its value */
export const sourcesOfIds: Record<string, readonly (readonly (string | number)[])[]> = {
  patientId: [
    ['patients', 'nodes', 0, 'id'],
    ['importFhirBundle', 'patients', 0, 'id'],
  ],
  consultationId: [['createConsultation', 'id']],
  expertId: [['matchExperts', 0, 'expert', 'id']],
};

export function knownId(name: string): string | undefined {
  return localStorage.getItem(prefix + name) ?? undefined;
}

export function keepId(name: string, id: string): void {
  localStorage.setItem(prefix + name, id);
}
