/** The event log: a transactional outbox whose rows get their place in one order after they were committed. */
import type { Migration } from '../database/migrations.ts';

export const eventsMigrations: readonly Migration[] = [
  {
    name: '2026-11-20-event-log',
    sql: `
      CREATE TABLE events.log (
        id uuid PRIMARY KEY,
        written bigserial NOT NULL,
        position bigint UNIQUE,
        source text NOT NULL DEFAULT current_user,
        type text NOT NULL,
        payload jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX log_unsequenced ON events.log (written) WHERE position IS NULL;

      CREATE TABLE events.head (single boolean PRIMARY KEY DEFAULT true CHECK (single), position bigint NOT NULL, oldest bigint NOT NULL);
      INSERT INTO events.head VALUES (true, 0, 1);

      CREATE TABLE events.consumers (name text PRIMARY KEY, position bigint NOT NULL);
      CREATE TABLE events.failures (
        consumer text NOT NULL, event_id uuid NOT NULL, reason text NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (consumer, event_id)
      );

      -- A row's place is given only once its transaction has committed, by one caller at a time: places become visible
      -- in their order, so a reader that has seen place n will never find a smaller one appear later.
      CREATE FUNCTION events.sequence_committed() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      DECLARE before bigint; after bigint;
      BEGIN
        SELECT position INTO before FROM events.head FOR UPDATE;
        WITH committed AS (
          SELECT id, row_number() OVER (ORDER BY written) AS nth FROM events.log WHERE position IS NULL
        )
        UPDATE events.log SET position = before + committed.nth FROM committed WHERE log.id = committed.id;
        GET DIAGNOSTICS after = ROW_COUNT;
        IF after = 0 THEN RETURN before; END IF;
        UPDATE events.head SET position = before + after;
        PERFORM pg_notify('huizhen_events', (before + after)::text);
        RETURN before + after;
      END $$;

      CREATE FUNCTION events.forget_before(age interval) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
      DECLARE kept bigint;
      BEGIN
        -- What some subgraph has not reacted to yet is kept, however old.
        DELETE FROM events.log WHERE at < now() - age
          AND position <= coalesce((SELECT min(c.position) FROM events.consumers c), (SELECT h.position FROM events.head h));
        SELECT coalesce((SELECT min(position) FROM events.log WHERE position IS NOT NULL), h.position + 1) INTO kept FROM events.head h;
        UPDATE events.head SET oldest = kept;
        RETURN kept;
      END $$;

      GRANT USAGE ON SCHEMA events TO huizhen_subgraphs;
      GRANT SELECT, INSERT ON events.log TO huizhen_subgraphs;
      GRANT USAGE ON SEQUENCE events.log_written_seq TO huizhen_subgraphs;
      GRANT SELECT ON events.head TO huizhen_subgraphs;
      GRANT SELECT, INSERT, UPDATE ON events.consumers TO huizhen_subgraphs;
      GRANT SELECT, INSERT ON events.failures TO huizhen_subgraphs;
      GRANT EXECUTE ON FUNCTION events.sequence_committed(), events.forget_before(interval) TO huizhen_subgraphs;
    `,
  },
  {
    name: '2026-11-20-events-in-own-name',
    sql: `
      -- Whose event it is, when it was logged and its place in the order are the database's to say.
      REVOKE INSERT ON events.log FROM huizhen_subgraphs;
      GRANT INSERT (id, type, payload) ON events.log TO huizhen_subgraphs;
    `,
  },
];
