/** The main job's federated query: fifty requests of the queue with four federated fields. */
export const QUEUE_QUERY = `query Queue {
  consultations(statuses: [PENDING], first: 50) {
    nodes { id number status patient { name } invitations { status expert { practitioner { name } } } invoice { patientFen } institution { name } }
  }
}`;
