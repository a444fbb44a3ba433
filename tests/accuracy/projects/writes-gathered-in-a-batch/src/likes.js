// why: what is set in a batch goes out when the batch is committed
const { getFirestore } = require('firebase-admin/firestore');

exports.clearLikes = async (postIds) => {
  const db = getFirestore();
  const batch = db.batch();
  for (const id of postIds) {
    batch.update(db.collection('posts').doc(id), { likes: 0 });
  }
  await batch.commit();
};
