/** Each participant's line after the last reading, so that a rejoin goes on where the drop was. */
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { z } from 'zod';
import { pictures, type NetworkLine } from '../domain/network-line.ts';

const row = z
  .object({ bitrate_kbps: z.number(), picture: z.enum(pictures), good_readings: z.number() })
  .transform((line): NetworkLine => ({
    bitrateKbps: line.bitrate_kbps,
    picture: line.picture,
    goodReadings: line.good_readings,
  }));

export class NetworkLineRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  async last(roomId: string, identity: string): Promise<NetworkLine | undefined> {
    const [line] = await this.tools.sql(
      row,
      'SELECT bitrate_kbps, picture, good_readings FROM media.network_lines WHERE room_id = ? AND identity = ? FOR UPDATE',
      [roomId, identity],
    );
    return line;
  }

  async keep(roomId: string, identity: string, line: NetworkLine): Promise<void> {
    await this.tools.sql(
      z.unknown(),
      `INSERT INTO media.network_lines (room_id, identity, bitrate_kbps, picture, good_readings) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (room_id, identity) DO UPDATE
       SET bitrate_kbps = excluded.bitrate_kbps, picture = excluded.picture, good_readings = excluded.good_readings`,
      [roomId, identity, line.bitrateKbps, line.picture, line.goodReadings],
    );
  }
}
