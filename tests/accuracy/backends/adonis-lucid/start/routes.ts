import router from '@adonisjs/core/services/router'

const TopicsController = () => import('#controllers/topics_controller')
const UsersController = () => import('#controllers/users_controller')

router.get('/topics', [TopicsController, 'index'])
router.get('/topics/loose', [TopicsController, 'loose'])
router.get('/topics/all', [TopicsController, 'all'])
router.get('/topics/:id', [TopicsController, 'show'])
router.post('/topics/close', [TopicsController, 'close'])
router.post('/users', [UsersController, 'store']) // missed: require-rate-limit
router.put('/users/:id', [UsersController, 'update'])
