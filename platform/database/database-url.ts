/** Addresses derived from the administrator's: another database, or another role in it. */
import { appRole } from './role-names.ts';

export function urlOfDatabase(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

/** The address a module connects with; host and connection options stay the administrator's. */
export function appUrl(adminUrl: string, database: string, schema: string, password: string): string {
  const url = new URL(urlOfDatabase(adminUrl, database));
  url.username = appRole(schema);
  url.password = encodeURIComponent(password);
  return url.href;
}
