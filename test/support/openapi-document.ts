import { apiOver } from './api-under-test.ts';
import { partnerApi } from './partner-under-test.ts';

const ABOUT = {
  openapi: '3.1.0',
  info: {
    title: 'Vereinbar',
    version: '1.0.0',
    description:
      'Matches the situation of a family to local training, work and childcare: timetable, way and booked care of every child together. Times are local (Europe/Berlin), HH:MM; dates YYYY-MM-DD; money in cents. Absent = not known.',
    license: { name: 'EUPL-1.2' },
  },
  servers: [{ url: '/' }],
};

type Document = {
  readonly paths?: object;
  readonly components?: Readonly<Record<string, object | undefined>>;
};

/** The OpenAPI document of all that is served as JSON: the routes of the API and those of partners, in one. */
export async function openapiDocument(): Promise<unknown> {
  const { app } = await apiOver([]);
  const [api, partner] = [app, partnerApi().app].map(
    (routes) => JSON.parse(JSON.stringify(routes.getOpenAPI31Document(ABOUT))) as Document,
  );
  const parts = new Set([...Object.keys(api!.components ?? {}), ...Object.keys(partner!.components ?? {})]);
  return {
    ...api,
    paths: { ...api!.paths, ...partner!.paths },
    components: Object.fromEntries(
      [...parts].map((part) => [part, { ...api!.components?.[part], ...partner!.components?.[part] }]),
    ),
  };
}
