bind = os.environ.get("BIND", "0.0.0.0:8000")
port = int(os.getenv("PORT", 8000))
name = os.environ["NAME"]
other = os.environ.get("OTHER") or "x"
threads = int(os.environ.get("THREADS", "2"))
