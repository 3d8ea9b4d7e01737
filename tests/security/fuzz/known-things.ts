/** Ids of what is really there, of whichever institution, so that a generated operation reaches more than "not found". */
import pg from 'pg';

export interface KnownThings {
  readonly patients: readonly string[];
  readonly consultations: readonly string[];
  readonly practitioners: readonly string[];
  readonly institutions: readonly string[];
  readonly accounts: readonly string[];
  readonly consents: readonly string[];
  readonly invoices: readonly string[];
  readonly studies: readonly string[];
}

const tables: Readonly<Record<keyof KnownThings, string>> = {
  patients: 'SELECT id FROM patients.patients',
  consultations: 'SELECT id FROM consultations.consultations',
  practitioners: 'SELECT id FROM directory.practitioners',
  institutions: 'SELECT id FROM directory.institutions',
  accounts: 'SELECT id FROM directory.accounts',
  consents: 'SELECT id FROM patients.consents',
  invoices: 'SELECT id FROM billing.invoices',
  studies: 'SELECT uid AS id FROM imaging.studies',
};

export async function knownThings(databaseUrl: string): Promise<KnownThings> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const ids = async (query: string) => {
      const { rows } = await client.query<{ id: string }>(`${query} ORDER BY 1 LIMIT 50`);
      return rows.map(({ id }) => id);
    };
    return {
      patients: await ids(tables.patients),
      consultations: await ids(tables.consultations),
      practitioners: await ids(tables.practitioners),
      institutions: await ids(tables.institutions),
      accounts: await ids(tables.accounts),
      consents: await ids(tables.consents),
      invoices: await ids(tables.invoices),
      studies: await ids(tables.studies),
    };
  } finally {
    await client.end();
  }
}
