module.exports = async function (app, opts) { app.get('/', async () => 'ok') }
