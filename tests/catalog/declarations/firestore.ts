import { firestore } from '../../../src/catalog/databases/firestore.js';
import type { Declarations } from '../declared.js';

export default {
  library: firestore,
  modules: ['firebase-admin', 'firebase-admin/firestore', '@google-cloud/firestore'],
  types: {
    Transaction: "import('@google-cloud/firestore').Transaction",
    Admin: "typeof import('firebase-admin')",
    FirestoreNamespace: "typeof import('firebase-admin').firestore",
    FirestoreClass: "typeof import('@google-cloud/firestore').Firestore",
    Firestore: "import('@google-cloud/firestore').Firestore",
    Query: "import('@google-cloud/firestore').Query",
    Collection: "import('@google-cloud/firestore').CollectionReference",
    Document: "import('@google-cloud/firestore').DocumentReference",
    Snapshot: "import('@google-cloud/firestore').QuerySnapshot",
    DocumentSnapshot: "import('@google-cloud/firestore').QueryDocumentSnapshot",
    Batch: ["import('@google-cloud/firestore').Transaction", "import('@google-cloud/firestore').WriteBatch", "import('@google-cloud/firestore').BulkWriter"],
  },
} satisfies Declarations;
