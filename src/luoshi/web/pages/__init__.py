"""The pages, one file a subject; every view finds, asks ``may``, acts, answers."""
