import { supabase } from '../../../src/catalog/databases/supabase.js';
import { because, type Declarations } from '../declared.js';

export default {
  library: supabase,
  modules: ['@supabase/supabase-js'],
  types: {
    SupabaseClass: "typeof import('@supabase/supabase-js').SupabaseClient",
    Supabase: "import('@supabase/supabase-js').SupabaseClient",
    Table: "import('@supabase/postgrest-js').PostgrestQueryBuilder<any, any, any, any>",
    Query: "import('@supabase/postgrest-js').PostgrestFilterBuilder<any, any, any, any>",
  },
  onlyIn: { ...because('@supabase/ssr', ['createServerClient', 'createBrowserClient']), ...because('@supabase/auth-helpers-nextjs', ['createRouteHandlerClient', 'createServerComponentClient', 'createServerActionClient']) },
} satisfies Declarations;
