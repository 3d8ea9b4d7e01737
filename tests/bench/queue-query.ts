/** The main job's federated query: fifty requests of the queue with four federated fields. */
const NODES = `{
    nodes { id number status patient { name } invitations { status expert { practitioner { name } } } invoice { patientFen } institution { name } }
  }`;

export const LARGEST = 50;
const SMALLEST = 35;

export const QUEUE_QUERY = `query Queue {
  consultations(statuses: [PENDING], first: ${LARGEST}) ${NODES}
}`;

/** The same of a list that is as long as asked for. */
export const QUEUE_QUERY_OF = `query Queue($first: Int!) {
  consultations(statuses: [PENDING], first: $first) ${NODES}
}`;

export const SIZES = Array.from({ length: LARGEST - SMALLEST + 1 }, (_, n) => SMALLEST + n);

/** Everybody looks at the same screen; equal questions may be answered once. */
export function oneQuestion(connections: number): string[] {
  return Array.from({ length: connections }, () => JSON.stringify({ query: QUEUE_QUERY }));
}

/** Nothing that is asked at the same time is equal, so that each answer is worked for. */
export function questionsOfTheirOwn(connections: number): string[] {
  return Array.from({ length: connections }, (_, n) =>
    JSON.stringify({ query: QUEUE_QUERY_OF, variables: { first: SIZES[n % SIZES.length] } }),
  );
}
