import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { makePgService } from 'postgraphile/adaptors/pg';
import 'postgraphile/grafserv/node';

export default {
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString: process.env.DATABASE, schemas: ['public'], poolSize: 16, max: 16 })],
  grafserv: { port: 55678, host: '127.0.0.1', graphiql: false, watch: false },
  grafast: { explain: false },
};
