import sys

from django.conf import settings
from django.core.management import execute_from_command_line

settings.configure(DEBUG=True, SECRET_KEY="x", ROOT_URLCONF="urls", ALLOWED_HOSTS=["*"])
execute_from_command_line(sys.argv)
