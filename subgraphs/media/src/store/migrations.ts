/** Rooms, who was in them when, and which of LiveKit's reports have been taken in. Ids and times only: nothing to seal. */
import type { Migration } from '@huizhen/platform/database/migrations';

export const mediaMigrations: readonly Migration[] = [
  {
    name: '2026-11-20-rooms',
    sql: `
      CREATE TABLE rooms (
        id uuid PRIMARY KEY, consultation_id uuid NOT NULL UNIQUE, institution_id uuid NOT NULL, patient_id uuid NOT NULL,
        name text NOT NULL UNIQUE, expert_ids uuid[] NOT NULL, opened_at timestamptz NOT NULL, suspended_at timestamptz, closed_at timestamptz
      );
      CREATE TABLE call_segments (
        id uuid PRIMARY KEY, room_id uuid NOT NULL REFERENCES rooms, participant_sid text NOT NULL UNIQUE, session_sid text NOT NULL,
        identity text NOT NULL, joined_at timestamptz NOT NULL, left_at timestamptz CHECK (left_at >= joined_at)
      );
      CREATE INDEX ON call_segments (room_id);
      CREATE TABLE network_lines (
        room_id uuid NOT NULL REFERENCES rooms, identity text NOT NULL, bitrate_kbps integer NOT NULL, picture text NOT NULL,
        good_readings integer NOT NULL, PRIMARY KEY (room_id, identity)
      );
      CREATE TABLE webhook_events (event_id text PRIMARY KEY, received_at timestamptz NOT NULL DEFAULT now());
      CREATE INDEX ON webhook_events (received_at);

      ALTER TABLE rooms ENABLE ROW LEVEL SECURITY;
      ALTER TABLE rooms FORCE ROW LEVEL SECURITY;
      CREATE POLICY media_itself ON rooms USING (access.service() = 'media');
      CREATE POLICY read_by_those_concerned ON rooms FOR SELECT USING (
        access.service() IS NOT NULL
        OR (institution_id = access.institution()
          AND (access.has_role('REQUESTER') OR access.has_role('PARTNER') OR access.has_role('COORDINATOR') OR access.has_role('FINANCE')))
        OR (access.at_centre() AND access.has_role('COORDINATOR'))
        OR (patient_id = access.patient() AND access.has_role('PATIENT'))
        OR (access.practitioner() = ANY (expert_ids) AND access.has_role('EXPERT'))
      );

      ALTER TABLE call_segments ENABLE ROW LEVEL SECURITY;
      ALTER TABLE call_segments FORCE ROW LEVEL SECURITY;
      CREATE POLICY media_itself ON call_segments USING (access.service() = 'media');
      -- The rooms' own policy decides which rooms this finds.
      CREATE POLICY read_with_the_room ON call_segments FOR SELECT USING (EXISTS (SELECT FROM rooms WHERE rooms.id = room_id));

      ALTER TABLE network_lines ENABLE ROW LEVEL SECURITY;
      ALTER TABLE network_lines FORCE ROW LEVEL SECURITY;
      CREATE POLICY media_itself ON network_lines USING (access.service() = 'media');
      ALTER TABLE webhook_events ENABLE ROW LEVEL SECURITY;
      ALTER TABLE webhook_events FORCE ROW LEVEL SECURITY;
      CREATE POLICY media_itself ON webhook_events USING (access.service() = 'media');
    `,
  },
];
