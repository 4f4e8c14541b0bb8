import type { TestDatabase } from './database.js';

/** Everything that migrations and start-up make, as comparable text. */
export function schemaOf(database: TestDatabase): Promise<Record<string, unknown>[]> {
  return database.query(`
    SELECT 'column' AS kind, table_name || '.' || column_name AS name,
      concat_ws(' ', data_type, is_nullable, column_default) AS definition
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'schema_migrations'
    UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes
      WHERE schemaname = 'public' AND tablename <> 'schema_migrations'
    UNION ALL SELECT 'policy', tablename || '.' || policyname, concat_ws(' ', cmd, roles::text, qual, with_check)
      FROM pg_policies
    UNION ALL SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND conrelid <> to_regclass('schema_migrations')
    UNION ALL SELECT 'function', proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT 'trigger', tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid) FROM pg_trigger
      WHERE NOT tgisinternal
    UNION ALL SELECT 'privilege', table_name || ' for ' || grantee, string_agg(privilege_type, ', ' ORDER BY privilege_type)
      FROM information_schema.role_table_grants
      WHERE table_schema = 'public' AND grantee LIKE 'tiktok_connector_%' AND grantee <> 'tiktok_connector_owner'
        AND table_name <> 'schema_migrations' GROUP BY table_name, grantee
    UNION ALL SELECT 'default privilege', defaclobjtype::text,
      (SELECT string_agg(entry::text, ' ' ORDER BY entry::text) FROM unnest(defaclacl) AS entry) FROM pg_default_acl
    ORDER BY 1, 2, 3`);
}
