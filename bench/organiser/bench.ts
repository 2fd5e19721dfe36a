process.stdout.write('not written yet\n');
