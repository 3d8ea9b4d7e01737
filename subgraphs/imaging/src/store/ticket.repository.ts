/** Upload tickets. */
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { UploadTicket } from '../domain/upload-ticket.ts';

export class TicketRepository {
  private readonly em: UnitTools['em'];

  constructor({ em }: UnitTools) {
    this.em = em;
  }

  async add(ticket: UploadTicket): Promise<void> {
    await this.em.insert(UploadTicket, ticket);
  }

  byId(id: string): Promise<UploadTicket | null> {
    return this.em.findOne(UploadTicket, { id });
  }

  /** Known or not, expired or not: the caller looks. */
  byHash(tokenHash: Buffer): Promise<UploadTicket | null> {
    return this.em.findOne(UploadTicket, { tokenHash });
  }
}
